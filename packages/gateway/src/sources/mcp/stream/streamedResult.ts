import type { RowBatch } from '../../../arrow/port.ts'
import { limitRows } from '../../limitRows.ts'
import type { SourceResult } from '../../port.ts'
import type { ArrowStream } from './arrowStream.ts'

/** Serves an Arrow stream as an open result. */
export function streamedResult(
  { columns, batches, end }: ArrowStream,
  { maxRows = Number.POSITIVE_INFINITY, startedAt }: { maxRows?: number | undefined; startedAt: number },
): SourceResult {
  let isCut = false
  let endedAt: number | undefined
  const onCut = () => {
    isCut = true
  }
  async function* timed(): AsyncGenerator<RowBatch, void, void> {
    try {
      yield* limitRows(batches, { columns, maxRows, onCut })
    } finally {
      endedAt = performance.now()
    }
  }
  return {
    columns,
    batches: timed(),
    truncated: () => isCut || end()?.truncated === true,
    stats: () => ({
      bytesScanned: end()?.bytesScanned ?? null,
      durationMs: (endedAt ?? performance.now()) - startedAt,
    }),
  }
}
