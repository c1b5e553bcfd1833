import type { RowStream } from '../results/port.ts'
import { watchStream } from '../results/watchStream.ts'
import type { Hold } from './createBudget.ts'
import type { SourceCost } from './types.ts'

/**
 * The same rows; and when they end, the run's money is settled. A reader who leaves early has had rows for it, so what
 * the source then does not say counts as spent; a source that fails is paid for what it is known to have read.
 *
 * @param costsOf - What the run's statements cost as far as it is known, and `null` for each where it is not.
 */
export function settleAtEnd<Stream extends RowStream>(
  stream: Stream,
  hold: Hold,
  costsOf: (run: { isWhole: boolean }) => readonly SourceCost[],
): Stream {
  return watchStream(stream, {
    onEnd(outcome) {
      const costs = costsOf({ isWhole: outcome === 'whole' })
      if (outcome === 'failed') hold.release(costs)
      else hold.settle(costs)
    },
  })
}
