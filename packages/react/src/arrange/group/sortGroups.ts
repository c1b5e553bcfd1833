import type { EngineTools } from '../engine/engineTools.ts'
import type { ArrangeJob } from '../engine/jobs.ts'
import { type Steps, wholeNumbers } from '../engine/steps.ts'
import { radixSort } from '../sort/radixSort.ts'
import { sortWords, takeWords } from '../sort/sortWords.ts'
import type { AggregateValues } from './aggregateValues.ts'

/**
 * Groups in order: by their value where the sort names the grouped column, by an aggregate where it names a column that
 * has one. All other keys order the rows within.
 *
 * @param firstRows - A row with the value of each group, in the order in which groups first come.
 */
export function* sortGroups(
  tools: EngineTools,
  { sort, aggregates, rowCount }: ArrangeJob,
  groupBy: number,
  firstRows: Uint32Array,
  values: readonly AggregateValues[],
): Steps<Uint32Array> {
  let order = yield* wholeNumbers(0, firstRows.length)

  function* wordsOf(columnIndex: number, descending: boolean): Steps<readonly Uint32Array[] | undefined> {
    const ofColumn = function* (rows: Uint32Array) {
      const vector = yield* tools.store.read(columnIndex, rowCount)
      return takeWords(yield* sortWords(vector, rowCount, descending, tools.rankTexts), rows)
    }
    if (columnIndex === groupBy) return yield* ofColumn(firstRows)
    const aggregate = values[aggregates.findIndex((each) => each.columnIndex === columnIndex)]
    if (aggregate?.kind === 'rows') return yield* ofColumn(aggregate.rows)
    return aggregate && (yield* sortWords(aggregate, firstRows.length, descending, tools.rankTexts))
  }

  for (const { columnIndex, direction } of sort.toReversed()) {
    const words = yield* wordsOf(columnIndex, direction === 'descending')
    if (words) order = yield* radixSort(order, words)
  }
  return order
}
