import type { RowBatch } from '../arrow/port.ts'
import type { RowStream } from '../results/port.ts'
import type { Hold } from './createBudget.ts'

/**
 * The same rows; and when they end, the run's money is settled. A reader who leaves early has had rows for it, so what
 * the source then does not say counts as spent; a source that fails is paid for what it is known to have read.
 *
 * @param costsOf - What the run's statements cost as far as it is known, and `null` for each where it is not.
 */
export function settleAtEnd<Stream extends RowStream>(
  stream: Stream,
  hold: Hold,
  costsOf: (run: { isWhole: boolean }) => readonly (number | null)[],
): Stream {
  const batches = stream.batches[Symbol.asyncIterator]()
  const watched: AsyncIterator<RowBatch, void, void> = {
    async next() {
      try {
        const read = await batches.next()
        if (read.done) hold.settle(costsOf({ isWhole: true }))
        return read
      } catch (error) {
        hold.release(costsOf({ isWhole: false }))
        throw error
      }
    },
    async return() {
      hold.settle(costsOf({ isWhole: false }))
      await batches.return?.()
      return { done: true, value: undefined }
    },
  }
  return { ...stream, batches: { [Symbol.asyncIterator]: () => watched } }
}
