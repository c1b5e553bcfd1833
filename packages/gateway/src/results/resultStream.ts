import { arrowStreamMediaType, type StreamEnd } from '@lakefront/contract'
import { encodeSchema, endOfStream } from '../arrow/schemaMessage.ts'
import { arrowTypeOf } from '../arrow/types.ts'
import type { LiveResult } from './liveResult.ts'

export type ResultStreamOptions = {
  /** First batch to send; the schema always comes first. */
  fromBatch: number
  /** Called before each batch. */
  onRead(): void
  /** Called once: at the end, or when the reader goes away. */
  onClose(): void
}

/** The Arrow IPC stream of a result: schema, batches as they are read, end-of-stream, then how it ended as JSON. */
export function resultResponse(result: LiveResult, options: ResultStreamOptions): Response {
  const pieces = piecesOf(result, options)
  let isClosed = false
  const close = () => {
    if (!isClosed) options.onClose()
    isClosed = true
  }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next()
        if (!done) return controller.enqueue(value as Uint8Array<ArrayBuffer>)
        close()
        controller.close()
      },
      cancel: close,
    },
    // Nothing waits in the stream: a batch is taken when the socket has room for it.
    { highWaterMark: 0 },
  )
  return new Response(body, { headers: { 'content-type': arrowStreamMediaType, 'cache-control': 'private, no-store' } })
}

async function* piecesOf(
  result: LiveResult,
  { fromBatch, onRead }: ResultStreamOptions,
): AsyncGenerator<Uint8Array, void, void> {
  const first = await result.batchAt(0)
  yield encodeSchema(result.columns, first?.types ?? result.columns.map(arrowTypeOf)).bytes
  for (let index = fromBatch; ; index++) {
    onRead()
    const batch = await result.batchAt(index)
    if (!batch) break
    yield batch.bytes
  }
  yield endOfStream
  yield new TextEncoder().encode(JSON.stringify(endOf(result)))
}

function endOf({ rowCount, isTruncated, error }: LiveResult): StreamEnd {
  const end = { rowCount, truncated: isTruncated }
  return error ? { ...end, error: error.toBody().error } : end
}
