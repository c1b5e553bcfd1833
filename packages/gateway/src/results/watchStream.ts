import type { RowBatch } from '../arrow/port.ts'
import type { RowStream } from './port.ts'

/** How reading a stream ended: at its end, because the reader left, or because it broke. */
export type StreamOutcome = 'whole' | 'left' | 'failed'

/** The same rows; tells of each batch, and once how it ended, whoever reads them and however far. */
export function watchStream<Stream extends RowStream>(
  stream: Stream,
  { onBatch, onEnd }: { onBatch?: (batch: RowBatch) => void; onEnd(outcome: StreamOutcome): void },
): Stream {
  const batches = stream.batches[Symbol.asyncIterator]()
  let isOver = false
  const end = (outcome: StreamOutcome) => {
    if (!isOver) onEnd(outcome)
    isOver = true
  }
  const watched: AsyncIterator<RowBatch, void, void> = {
    async next() {
      try {
        const read = await batches.next()
        if (read.done) end('whole')
        else onBatch?.(read.value)
        return read
      } catch (error) {
        end('failed')
        throw error
      }
    },
    async return() {
      end('left')
      await batches.return?.()
      return { done: true, value: undefined }
    },
  }
  return { ...stream, batches: { [Symbol.asyncIterator]: () => watched } }
}
