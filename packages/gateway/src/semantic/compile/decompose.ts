import { columnNode, kindOf, replaceNodes, type SqlNode, sqlNode, walkNodes } from '../sqlTree.ts'

/** An aggregate that can be taken per key first and put together over keys later. */
export type MeasurePart = { name: string; node: SqlNode; again: 'sum' | 'min' | 'max'; type?: 'integer' | undefined }

/** A measure as parts, and how they make the measure; `combined` names each part as a column. */
export type Decomposition = { parts: readonly MeasurePart[]; combined: SqlNode }

const aggregates = new Set(
  `sum count min max avg count_if median approx_count_distinct stddev stddev_samp stddev_pop variance var_samp var_pop
  array_agg string_agg group_concat list_agg mode quantile percentile_cont percentile_disc approx_quantile
  any_value first last bool_and bool_or aggregate_function arg_min arg_max skewness kurtosis corr covar_samp covar_pop`.split(
    /\s+/,
  ),
)

/**
 * Splits a measure into parts that add up over keys, or says with `undefined` that it cannot be split: distinct counts
 * and medians of parts say nothing of the whole.
 */
export function decompose(measure: SqlNode, prefix: string): Decomposition | undefined {
  const parts: MeasurePart[] = []
  let isWhole = true
  const add = (node: SqlNode, again: MeasurePart['again']) => {
    const twin = parts.find((part) => spelled(part.node) === spelled(node))
    const isCount = kindOf(node)[0].startsWith('count')
    const name = `${prefix}_${parts.length + 1}`
    const part: MeasurePart = twin ?? { name, node, again, ...(isCount && { type: 'integer' }) }
    if (!twin) parts.push(part)
    return sqlNode(again, { this: columnNode(part.name), distinct: false, filter: null, order_by: [], name: again })
  }
  const combined = replaceNodes(measure, (node) => {
    const [kind, fields] = kindOf(node)
    if (!aggregates.has(kind)) return undefined
    const again = additive(kind, fields)
    if (again) return add(node, again)
    if (kind === 'avg' && !fields.distinct) return average(fields, add)
    isWhole = false
    return node
  })
  if (!isWhole || parts.length === 0) return undefined
  const only = parts.length === 1 ? parts[0]! : undefined
  return {
    parts: only ? [{ ...only, name: prefix }] : parts,
    combined: only ? renamed(combined, only.name, prefix) : combined,
  }
}

/** A node without where it stood, so that the same expression twice is one part. */
const spelled = (node: SqlNode) => JSON.stringify(node, (key, value) => (key === 'span' ? undefined : value))

/** Whether the whole measure is one sum or count, so that shares of its total mean something. */
export function isAdditive(measure: SqlNode): boolean {
  let adds = true
  let aggregateCount = 0
  walkNodes(measure, (node) => {
    const [kind, fields] = kindOf(node)
    if (aggregates.has(kind)) {
      aggregateCount += 1
      if (additive(kind, fields) !== 'sum') adds = false
    }
    if (kind === 'div' && holdsAggregate(fields.right as SqlNode)) adds = false
    if (kind === 'mul' && holdsAggregate(fields.left as SqlNode) && holdsAggregate(fields.right as SqlNode))
      adds = false
    if (kind === 'window_function' || kind === 'window') adds = false
  })
  return adds && aggregateCount > 0
}

/** Whether an expression aggregates at all. */
function holdsAggregate(node: SqlNode): boolean {
  let found = false
  walkNodes(node, (child) => {
    if (aggregates.has(kindOf(child)[0])) found = true
  })
  return found
}

function additive(kind: string, fields: Record<string, unknown>): MeasurePart['again'] | undefined {
  if (kind === 'min' || kind === 'max') return kind
  if (fields.distinct) return undefined
  return kind === 'sum' || kind === 'count' || kind === 'count_if' ? 'sum' : undefined
}

function average(
  fields: Record<string, unknown>,
  add: (node: SqlNode, again: MeasurePart['again']) => SqlNode,
): SqlNode {
  const shared = { this: fields.this, distinct: false, filter: fields.filter ?? null }
  const total = add(sqlNode('sum', { ...shared, order_by: [], name: 'sum' }), 'sum')
  const count = add(sqlNode('count', { ...shared, star: false, original_name: 'count' }), 'sum')
  const under = sqlNode('function', {
    name: 'nullif',
    args: [count, sqlNode('literal', { literal_type: 'number', value: '0' })],
    distinct: false,
    trailing_comments: [],
    use_bracket_syntax: false,
    no_parens: false,
    quoted: false,
  })
  const division = sqlNode('div', {
    left: total,
    right: under,
    left_comments: [],
    operator_comments: [],
    trailing_comments: [],
  })
  return sqlNode('paren', { this: division, trailing_comments: [] })
}

function renamed(node: SqlNode, from: string, to: string): SqlNode {
  return replaceNodes(node, (child) => {
    const [kind, fields] = kindOf(child)
    return kind === 'column' && (fields.name as { name: string }).name === from ? columnNode(to) : undefined
  })
}
