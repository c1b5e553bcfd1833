import { filterOf, keepPassing } from '../filter/filterRows.ts'
import { aggregateOf, takeGroups } from '../group/aggregate.ts'
import type { AggregateValues } from '../group/aggregateValues.ts'
import { gatherRows, invert, presentCodes } from '../group/groupRows.ts'
import { sortGroups } from '../group/sortGroups.ts'
import type { Grouping } from '../group/sums.ts'
import { valueCodes } from '../group/valueCodes.ts'
import { radixSort } from '../sort/radixSort.ts'
import { comesBefore, sortWords } from '../sort/sortWords.ts'
import type { EngineTools } from './engineTools.ts'
import type { ArrangedGroups, ArrangeJob, ArrangeReply } from './jobs.ts'
import { type Steps, wholeNumbers } from './steps.ts'

/** Filters, sorts, groups and adds up, in this order. The last order is kept. */
export function* arrangeRows(tools: EngineTools, job: ArrangeJob): Steps<ArrangeReply> {
  const key = JSON.stringify(job)
  if (tools.last?.key === key) return tools.last.reply
  const passing = yield* passingRows(tools, job, 0, job.rowCount)
  const sorted = yield* sortRows(tools, job, passing)
  const totals = yield* aggregate(tools, job, { rows: passing, groupOf: () => 0, groupCount: 1 })
  const lines =
    job.groupBy === null ? { order: sorted, groups: null } : yield* inGroups(tools, job, job.groupBy, passing, sorted)
  const reply = { ...lines, totals }
  tools.last = { key, reply }
  return reply
}

/** Rows of a stretch that pass every filter, in the order they came. */
export function* passingRows(
  tools: EngineTools,
  { filters }: Pick<ArrangeJob, 'filters'>,
  from: number,
  to: number,
): Steps<Uint32Array> {
  let rows = yield* wholeNumbers(from, to)
  for (const filter of filters) {
    const vector = yield* tools.store.read(filter.columnIndex, to)
    const column = tools.store.columns[filter.columnIndex]!
    rows = yield* keepPassing(rows, yield* filterOf(column, vector, filter, tools))
  }
  return rows
}

/** Each key orders anew what the less important ones have ordered. */
function* sortRows(tools: EngineTools, { sort, rowCount }: ArrangeJob, rows: Uint32Array): Steps<Uint32Array> {
  let sorted: Uint32Array = rows
  for (const { columnIndex, direction } of sort.toReversed()) {
    const vector = yield* tools.store.read(columnIndex, rowCount)
    sorted = yield* radixSort(sorted, yield* sortWords(vector, rowCount, direction === 'descending', tools.rankTexts))
  }
  return sorted
}

function* aggregate(
  { store, rankTexts }: EngineTools,
  { aggregates, rowCount }: ArrangeJob,
  grouping: Grouping,
): Steps<AggregateValues[]> {
  const all: AggregateValues[] = []
  for (const { columnIndex, aggregate } of aggregates) {
    const vector = yield* store.read(columnIndex, rowCount)
    const isOutermost = aggregate === 'minimum' || aggregate === 'maximum'
    const words = isOutermost ? yield* sortWords(vector, rowCount, false, rankTexts) : []
    all.push(yield* aggregateOf(aggregate, store.columns[columnIndex]!, vector, grouping, comesBefore(words)))
  }
  return all
}

function* inGroups(tools: EngineTools, job: ArrangeJob, groupBy: number, passing: Uint32Array, sorted: Uint32Array) {
  const vector = yield* tools.store.read(groupBy, job.rowCount)
  const values = yield* valueCodes(vector, job.rowCount)
  const present = yield* presentCodes(passing, values)
  const groupOfCode = invert(present, values.firstRows.length)

  const groupOf = (row: number) => groupOfCode[values.codes[row]!]!
  const aggregates = yield* aggregate(tools, job, { rows: passing, groupOf, groupCount: present.length })
  const firstRows = present.map((code) => values.firstRows[code]!)
  const order = yield* sortGroups(tools, job, groupBy, firstRows, aggregates)

  const { rows, starts } = yield* gatherRows(sorted, groupOf, order)
  const groups: ArrangedGroups = { starts, firstRows: order.map((group) => firstRows[group]!), aggregates: [] }
  for (const values of aggregates) groups.aggregates.push(yield* takeGroups(values, order))
  return { order: rows, groups }
}
