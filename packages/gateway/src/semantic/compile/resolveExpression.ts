import type { Dimension, Measure, MetricView } from '../port.ts'
import {
  columnNode,
  ExpressionError,
  kindOf,
  parseExpression,
  replaceNodes,
  type SqlNode,
  sqlNode,
  walkNodes,
} from '../sqlTree.ts'
import { baseAlias, placedJoins } from '../viewTables.ts'

const cache = new WeakMap<MetricView, Map<string, SqlNode>>()

/**
 * A member's expression with other members put in their places and every column given its table.
 *
 * @throws {ExpressionError} when it names members in a circle or is not SQL.
 */
export function resolveMember(view: MetricView, member: Dimension | Measure): SqlNode {
  return resolveSql(view, member.expression, [member.name.toLowerCase()])
}

/** Any SQL of a view, such as its filter, resolved as {@link resolveMember} does. */
export function resolveSql(view: MetricView, sql: string, path: readonly string[] = []): SqlNode {
  const known = cache.get(view) ?? new Map<string, SqlNode>()
  cache.set(view, known)
  const key = `${path[0] ?? ''}\n${sql}`
  const resolved = known.get(key) ?? resolve(view, parseExpression(sql, view.dialect), path)
  known.set(key, resolved)
  return resolved
}

function resolve(view: MetricView, node: SqlNode, path: readonly string[]): SqlNode {
  return replaceNodes(node, (child) => {
    const [kind, fields] = kindOf(child)
    if (kind === 'function') return resolveFunction(view, fields, path)
    if (kind === 'dot') return resolveDot(view, child)
    return kind === 'column' ? resolveColumn(view, fields, path) : undefined
  })
}

function resolveFunction(
  view: MetricView,
  fields: Record<string, unknown>,
  path: readonly string[],
): SqlNode | undefined {
  const name = String(fields.name).toLowerCase()
  const parameters = fields.args as SqlNode[]
  if (name === 'measure') return inline(view, view.measures, nameOf(parameters[0]), path)
  if (name !== 'try_divide' || parameters.length !== 2) return undefined
  const [over, under] = parameters.map((parameter) => parenthesis(resolve(view, parameter, path))) as [SqlNode, SqlNode]
  return sqlNode('div', { ...binary, left: over, right: functionNode('nullif', [under, numberNode(0)]) })
}

const binary = { left_comments: [], operator_comments: [], trailing_comments: [] }

function resolveColumn(view: MetricView, fields: Record<string, unknown>, path: readonly string[]): SqlNode {
  const { name, table } = fields as { name: { name: string; quoted: boolean }; table: { name: string } | null }
  if (table) return columnNode(name.name, tableNamed(view, table.name), name.quoted)
  const lower = name.name.toLowerCase()
  const dimension = view.dimensions.find((candidate) => candidate.name.toLowerCase() === lower)
  // A dimension whose own expression mentions its name shows that the table has such a column, which then is meant.
  const isColumn = !dimension || path.includes(lower) || mentions(view, dimension, lower)
  return isColumn ? columnNode(name.name, baseAlias(view), name.quoted) : inline(view, view.dimensions, name.name, path)
}

function tableNamed(view: MetricView, table: string): string {
  const lower = table.toLowerCase()
  if (lower === 'source') return baseAlias(view)
  return placedJoins(view).find(({ name }) => name.toLowerCase() === lower)?.name ?? table
}

function mentions(view: MetricView, dimension: Dimension, lowerName: string): boolean {
  let found = false
  walkNodes(parseExpression(dimension.expression, view.dialect), (node) => {
    const [kind, fields] = kindOf(node)
    if (kind === 'column' && (fields.name as { name: string }).name.toLowerCase() === lowerName) found = true
  })
  return found
}

/** Nested joins are written `customer.nation.name`; the last table is enough, as join names are unique in a view. */
function resolveDot(view: MetricView, node: SqlNode): SqlNode | undefined {
  const names = dottedNames(node)
  const joins = new Set(placedJoins(view).map(({ name }) => name.toLowerCase()))
  const table = names.at(-2)
  return table && joins.has(table.toLowerCase()) ? columnNode(names.at(-1)!, table) : undefined
}

function dottedNames(node: SqlNode): string[] {
  const [kind, fields] = kindOf(node)
  if (kind === 'dot') return [...dottedNames(fields.this as SqlNode), (fields.field as { name: string }).name]
  const { name, table } = fields as { name?: { name: string }; table?: { name: string } | null }
  return [table?.name, name?.name].filter((part) => part !== undefined)
}

function inline(
  view: MetricView,
  members: readonly (Dimension | Measure)[],
  name: string,
  path: readonly string[],
): SqlNode {
  const lower = name.toLowerCase()
  const member = members.find((candidate) => candidate.name.toLowerCase() === lower)
  if (!member) throw new ExpressionError(`${view.name} has no measure "${name}"`)
  if (path.includes(lower)) throw new ExpressionError(`${view.name}: ${[...path, lower].join(' → ')} goes in a circle`)
  return parenthesis(resolveSql(view, member.expression, [lower, ...path]))
}

function nameOf(node: SqlNode | undefined): string {
  const [kind, fields] = node ? kindOf(node) : ['', {}]
  if (kind === 'column') return (fields.name as { name: string }).name
  throw new ExpressionError('measure() takes the name of a measure')
}

const atoms = new Set([
  'column',
  'literal',
  'function',
  'sum',
  'count',
  'min',
  'max',
  'avg',
  'paren',
  'cast',
  'count_if',
])

/** Wraps what might bind less tightly than its surroundings. */
export function parenthesis(node: SqlNode): SqlNode {
  return atoms.has(kindOf(node)[0]) ? node : sqlNode('paren', { this: node, trailing_comments: [] })
}

/** A call of an ordinary function. */
export function functionNode(name: string, parameters: readonly SqlNode[]): SqlNode {
  return sqlNode('function', {
    name,
    args: parameters,
    distinct: false,
    trailing_comments: [],
    use_bracket_syntax: false,
    no_parens: false,
    quoted: false,
  })
}

function numberNode(value: number): SqlNode {
  return sqlNode('literal', { literal_type: 'number', value: String(value) })
}
