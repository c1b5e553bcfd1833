import type { Cell, Column } from '@lakefront/contract'
import { GatewayError } from '../../errors.ts'
import type { Dialect } from '../../sources/port.ts'
import { keysPlaceholder } from '../port.ts'

/** More keys than this make a statement that sources choke on. */
const mostKeys = 100_000
/** Keys that are shown of a long list. */
const keysShown = 5

/** The distinct keys of a column, nulls left out. */
export function distinctKeys(rows: readonly (readonly Cell[])[], columnIndex: number): Cell[] {
  return [...new Set(rows.map((row) => row[columnIndex] ?? null))].filter((key) => key !== null)
}

/** The distinct keys of a column, each with the group that its record belongs to. */
export function distinctPairs(rows: readonly (readonly Cell[])[], keyIndex: number, groupIndex: number): Cell[][] {
  const pairs = new Map(rows.map((row) => [row[keyIndex] ?? null, row[groupIndex] ?? null]))
  return [...pairs].filter(([key]) => key !== null)
}

/**
 * Writes keys into a statement, as literals of the source's dialect.
 *
 * @throws {GatewayError} `result-limit` when there are too many: leaving them out could change what is counted.
 */
export function substituteKeys(
  sql: string,
  keys: readonly (Cell | readonly Cell[])[],
  { column, dialect, title }: { column: Column; dialect: Dialect; title: string },
): string {
  if (keys.length > mostKeys) {
    const message = `${keys.length} keys are too many to look up in ${title}. Narrow the question.`
    throw new GatewayError({ code: 'result-limit', message })
  }
  const literals = keys.map((key) => keyOrPair(key, column.type, dialect))
  return sql.replace(keysPlaceholder, () => literals.join(', '))
}

/** The same statement for people: a long key list is abbreviated. */
export function abbreviateKeys(
  sql: string,
  keys: readonly (Cell | readonly Cell[])[],
  { column, dialect }: { column: Column; dialect: Dialect },
): string {
  const shown = keys.slice(0, keysShown).map((key) => keyOrPair(key, column.type, dialect))
  const rest = keys.length > keysShown ? ` /* and ${keys.length - keysShown} more */` : ''
  return sql.replace(keysPlaceholder, () => `${shown.join(', ')}${rest}`)
}

const backslashDialects: ReadonlySet<Dialect> = new Set(['databricks', 'bigquery', 'snowflake'])

/** `42`, or `(42, 3)` where the record's group goes with the key. */
function keyOrPair(key: Cell | readonly Cell[], type: Column['type'], dialect: Dialect): string {
  if (!Array.isArray(key)) return keyLiteral(key as Cell, type, dialect)
  const [first = null, group = null] = key as readonly Cell[]
  return `(${keyLiteral(first, type, dialect)}, ${keyLiteral(group, 'integer', dialect)})`
}

function keyLiteral(key: Cell, type: Column['type'], dialect: Dialect): string {
  if (typeof key === 'boolean') return String(key)
  const text = String(key)
  const isNumber = type === 'integer' || type === 'decimal' || typeof key === 'number'
  if (isNumber && /^-?\d+(\.\d+)?$/.test(text)) return text
  const escaped = backslashDialects.has(dialect) ? text.replaceAll('\\', '\\\\') : text
  return backslashDialects.has(dialect) ? `'${escaped.replaceAll("'", "\\'")}'` : `'${escaped.replaceAll("'", "''")}'`
}
