import { valueCodes } from '../group/valueCodes.ts'
import { radixSort } from '../sort/radixSort.ts'
import type { EngineTools } from './engineTools.ts'
import type { ValuesJob, ValuesReply } from './jobs.ts'
import { forEachIn, type Steps, wholeNumbers } from './steps.ts'

/** The values of a column, the most frequent first. */
export function* commonValues({ store }: EngineTools, { columnIndex, rowCount, limit }: ValuesJob): Steps<ValuesReply> {
  const vector = yield* store.read(columnIndex, rowCount)
  const { codes, firstRows } = yield* valueCodes(vector, rowCount)
  const counts = new Uint32Array(firstRows.length)
  yield* forEachIn(0, rowCount, (row) => {
    counts[codes[row]!]!++
  })
  const all = yield* wholeNumbers(0, firstRows.length)
  const frequentFirst = yield* radixSort(all, [counts.map((count) => ~count)])
  // A text that was read may belong to rows that are not asked for.
  const kept = frequentFirst.subarray(0, limit).filter((code) => counts[code])
  return { firstRows: kept.map((code) => firstRows[code]!), counts: kept.map((code) => counts[code]!) }
}
