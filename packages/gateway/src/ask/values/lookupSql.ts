import { layOut } from '../../federation/plan/statement/statement.ts'
import { columnsOf, compileNode, joinsOf } from '../../semantic/compile/compileExpression.ts'
import { compileFrom, tableSql } from '../../semantic/compile/compileFrom.ts'
import { resolveMember, resolveSql } from '../../semantic/compile/resolveExpression.ts'
import type { Dimension, Entity, MetricView } from '../../semantic/port.ts'
import { literal } from '../../semantic/sqlText.ts'
import { placedJoins } from '../../semantic/viewTables.ts'
import type { Dialect, Source } from '../../sources/port.ts'
import { fold } from '../read/fold.ts'
import type { FoundValue } from './lookup.ts'

/** One statement over several dimensions of a view. */
export type Search = { sql: string }

const rowsPerDimension = 40

export type SearchedPhrases = {
  /** Looked for as whole values. */
  phrases: readonly string[]
  /** Looked for inside values too. */
  parts: readonly string[]
}

/** Looks for phrases in every text dimension of a view. */
export function searchStatement(
  view: MetricView,
  dialect: Dialect,
  entities: readonly Entity[],
  { phrases, parts }: SearchedPhrases,
) {
  const folded = [...new Set(phrases.map(fold))].filter((phrase) => phrase.length > 0)
  if (folded.length === 0) return undefined
  const codes = folded.filter((phrase) => /\d/.test(phrase)).map((phrase) => literal(phrase, dialect))
  const whole = `folded in (${folded.map((phrase) => literal(phrase, dialect)).join(', ')})`
  const inside = [...new Set(parts.map(fold))]
    .filter((part) => part.length >= 3)
    .map((part) => `folded like ${pattern(`%${part}%`, dialect)}`)
  const dimensions = searchable(view, entities)
  const names = dimensions.filter((dimension) => !isCode(dimension))
  const texts = names.map((dimension) => foundValues(view, dimension, dialect, [whole, ...inside].join(' or '), whole))
  const numbers = dimensions.filter(isCode).map((dimension) => foundCodes(view, dimension, dialect, codes))
  return union([...texts, ...(codes.length > 0 ? numbers : [])], dialect)
}

/** Looks for values of about the same length that begin or end alike. */
export function nearestStatement(view: MetricView, dialect: Dialect, entities: readonly Entity[], phrase: string) {
  const text = fold(phrase)
  if (text.length < 3) return undefined
  const length = `length(value) between ${text.length - 2} and ${text.length + 2}`
  const ends = [`${text[0]}%`, `%${text.slice(-2)}`].map((end) => `folded like ${pattern(end, dialect)}`).join(' or ')
  const condition = `(${length} and (${ends})) or folded like ${pattern(`${text.slice(0, 4)}%`, dialect)}`
  const dimensions = searchable(view, entities).filter((dimension) => !isCode(dimension))
  return union(
    dimensions.map((dimension) => foundValues(view, dimension, dialect, condition, 'false')),
    dialect,
  )
}

function searchable(view: MetricView, entities: readonly Entity[]): Dimension[] {
  const keys = new Set(
    entities.flatMap((entity) => [
      ...(entity.view === view.name ? [entity.key] : []),
      ...(entity.references[view.name] ? [entity.references[view.name]!] : []),
    ]),
  )
  return view.dimensions.filter(
    ({ name, type }) => !keys.has(name) && (type === undefined || type === 'text') && !/(^|_)id$/i.test(name),
  )
}

/** Numbers, addresses and such: only looked at for phrases that hold a digit. */
function isCode({ name, type }: Dimension): boolean {
  return (
    (type === undefined && /date|_at$/i.test(name)) ||
    /number|sku|phone|email|mail|url|website|postal|zip|subject|tracking|comment|note|description/i.test(name)
  )
}

function union(parts: readonly string[], dialect: Dialect): Search | undefined {
  return parts.length === 0 ? undefined : { sql: layOut(parts.join(' union all '), dialect) }
}

function foundValues(
  view: MetricView,
  dimension: Dimension,
  dialect: Dialect,
  condition: string,
  first: string,
): string {
  const alias = columnAlias(dimension)
  const values = `select distinct ${valuesFrom(view, dimension, dialect)}`
  const folded = `select value, ${foldedSql('value', dialect)} as folded from (${values}) as values_of_${alias}`
  const found = `select ${literal(dimension.name, dialect)} as dimension, value from (${folded}) as folded_${alias} where ${condition}`
  const order = `case when ${first} then 0 else 1 end, length(value), value`
  return `select * from (${found} order by ${order} limit ${rowsPerDimension}) as found_${alias}`
}

/** Numbers are many, so they are compared as they are, whole, and before they are told apart. */
function foundCodes(view: MetricView, dimension: Dimension, dialect: Dialect, codes: readonly string[]): string {
  const alias = columnAlias(dimension)
  const values = `select ${valuesFrom(view, dimension, dialect)}`
  const name = literal(dimension.name, dialect)
  const found = `select distinct ${name} as dimension, value from (${values}) as values_of_${alias} where lower(value) in (${codes.join(', ')})`
  return `select * from (${found} limit ${rowsPerDimension}) as found_${alias}`
}

const columnAlias = ({ name }: Dimension) => name.toLowerCase().replace(/[^a-z0-9]+/g, '_')

/** A dimension that comes from a joined table alone is read there: it is much smaller than the facts. */
function valuesFrom(view: MetricView, dimension: Dimension, dialect: Dialect): string {
  const node = resolveMember(view, dimension)
  const value = asText(compileNode(view, node, { dialect, qualified: true }), dialect)
  const tables = new Set(columnsOf(node).map(({ table }) => table))
  const join = tables.size === 1 ? placedJoins(view).find(({ name }) => tables.has(name)) : undefined
  if (join) return `${value} as value from ${tableSql(view, join.table, join.name, dialect)}`
  const filter = view.filter === undefined ? undefined : resolveSql(view, view.filter)
  const nodes = filter ? [node, filter] : [node]
  const where = filter ? ` where ${compileNode(view, filter, { dialect, qualified: true })}` : ''
  return `${value} as value from ${compileFrom(view, joinsOf(view, nodes), dialect)}${where}`
}

function asText(sql: string, dialect: Dialect): string {
  return dialect === 'postgresql' || dialect === 'sqlite' ? `cast(${sql} as text)` : `cast(${sql} as varchar)`
}

/** SQL for {@link fold}. SQLite servers have no accents function of their own; ours bring one. */
export function foldedSql(value: string, dialect: Dialect): string {
  const plain = `replace(${value}, '’', '''')`
  switch (dialect) {
    case 'duckdb':
      return `lower(strip_accents(${plain}))`
    case 'postgresql':
      // Most values are ASCII, and normalising is slow.
      return `case when octet_length(${value}) = length(${value}) then lower(${value}) else lower(regexp_replace(normalize(${plain}, NFKD), '[\u0300-\u036f]', '', 'g')) end`
    case 'trino':
      return `lower(regexp_replace(normalize(${plain}, NFKD), '\\p{M}', ''))`
    default:
      return `lower(${plain})`
  }
}

/** A pattern for `like`, in which signs that mean something there stand for themselves. */
function pattern(text: string, dialect: Dialect): string {
  const inner = text.replace(/^%|%$/g, '').replace(/[%_!]/g, (sign) => `!${sign}`)
  const [start, end] = [text.startsWith('%') ? '%' : '', text.endsWith('%') ? '%' : '']
  return `${literal(`${start}${inner}${end}`, dialect)} escape '!'`
}

/** Runs the statement; its rows are two columns, dimension and value. */
export async function readValues(
  source: Source,
  view: MetricView,
  { sql }: Search,
  signal: AbortSignal,
): Promise<FoundValue[]> {
  const found: FoundValue[] = []
  const result = await source.query(sql, { signal, maxRows: 2_000 })
  for await (const batch of result.batches) {
    for (const [dimension, value] of batch.rows()) {
      if (typeof value !== 'string') continue
      found.push({ ref: { view: view.name, member: String(dimension) }, value, level: 'near' })
    }
  }
  return found
}
