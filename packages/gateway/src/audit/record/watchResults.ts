import type { ResultStore } from '../../results/port.ts'
import { watchStream } from '../../results/watchStream.ts'
import { currentCall, type WatchedRows } from './callRecord.ts'

/** The same results, noting for the call that opens one when its rows are over and what the answer has cost by then. */
export function watchResults(results: ResultStore): ResultStore {
  return {
    ...results,
    open(stream, options) {
      const call = currentCall.getStore()
      if (!call) return results.open(stream, options)
      const rows: WatchedRows = { isOver: false, actual: null }
      call.rows = rows
      const onEnd = (outcome: string) => {
        rows.isOver = true
        rows.actual = outcome === 'whole' ? (stream.cost?.() ?? null) : null
        call.onEnd()
      }
      return results.open(watchStream(stream, { onEnd }), options)
    },
  }
}
