import type { Dialect } from '../../sources/port.ts'
import type { MetricView } from '../port.ts'
import { columnNode, kindOf, replaceNodes, type SqlNode, sqlNode, walkNodes, writeExpression } from '../sqlTree.ts'
import { baseAlias, placedJoins } from '../viewTables.ts'

export type CompileOptions = {
  dialect: Dialect
  /** Write `table.column`, as is needed as soon as a statement has two tables. */
  qualified: boolean
}

/** Writes a resolved expression of a view for a source. */
export function compileNode(view: MetricView, node: SqlNode, { dialect, qualified }: CompileOptions): string {
  const divided = keepFractions(node, view.dialect, dialect)
  return writeExpression(qualified ? divided : withoutTables(divided), view.dialect, dialect)
}

/** Names of the joins that an expression needs, with those they hang on. */
export function joinsOf(view: MetricView, nodes: readonly SqlNode[]): ReadonlySet<string> {
  const joins = placedJoins(view)
  const needed = new Set<string>()
  const need = (name: string | undefined) => {
    const join = joins.find((candidate) => candidate.name.toLowerCase() === name?.toLowerCase())
    if (!join || needed.has(join.name)) return
    needed.add(join.name)
    need(join.parent)
  }
  for (const node of nodes) for (const { table } of columnsOf(node)) need(table)
  return needed
}

export type ColumnReference = { table: string | undefined; column: string }

/** Every column that an expression reads. */
export function columnsOf(node: SqlNode): ColumnReference[] {
  const found: ColumnReference[] = []
  walkNodes(node, (child) => {
    const [kind, fields] = kindOf(child)
    if (kind !== 'column') return
    const { name, table } = fields as { name: { name: string }; table: { name: string } | null }
    found.push({ table: table?.name, column: name.name })
  })
  return found
}

/** `source.table.column` of every column that an expression reads, as lineage writes it. */
export function lineageOf(view: MetricView, node: SqlNode): string[] {
  const joins = placedJoins(view)
  const names = columnsOf(node).map(({ table, column }) => {
    const join = joins.find(({ name }) => name === table)
    const isBase = !table || table === baseAlias(view)
    return `${view.sourceId}.${isBase ? tableTitle(view.table) : tableTitle(join?.table ?? table)}.${column}`
  })
  return [...new Set(names)]
}

function tableTitle(table: string): string {
  return /^\s*\(?\s*(select|with)\b/i.test(table) ? 'select' : table
}

function withoutTables(node: SqlNode): SqlNode {
  return replaceNodes(node, (child) => {
    const [kind, fields] = kindOf(child)
    if (kind !== 'column') return undefined
    const { name, quoted } = fields.name as { name: string; quoted: boolean }
    return columnNode(name, undefined, quoted)
  })
}

const cutsIntegers = new Set<Dialect>(['postgresql', 'trino'])

/** One half is 0.5 in Databricks and 0 in Postgres; views written for the former must not lose the fraction in the latter. */
function keepFractions(node: SqlNode, from: Dialect, to: Dialect): SqlNode {
  if (!cutsIntegers.has(to) || cutsIntegers.has(from) || from === 'sqlite') return node
  return replaceNodes(node, (child) => {
    const [kind, fields] = kindOf(child)
    if (kind !== 'div') return undefined
    const left = keepFractions(fields.left as SqlNode, from, to)
    const right = keepFractions(fields.right as SqlNode, from, to)
    return sqlNode('div', { ...fields, left: castNode(left), right })
  })
}

function castNode(node: SqlNode): SqlNode {
  return sqlNode('cast', {
    this: node,
    to: { data_type: 'double', precision: null, scale: null },
    trailing_comments: [],
    double_colon_syntax: false,
    format: null,
    default: null,
    inferred_type: null,
  })
}
