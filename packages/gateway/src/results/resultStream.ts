import { arrowStreamMediaType, type StreamEnd } from '@lakefront/contract'
import { encodeSchema, endOfStream } from '../arrow/schemaMessage.ts'
import { arrowTypeOf } from '../arrow/types.ts'
import { type GatewayError, toGatewayError } from '../errors.ts'
import type { BatchReader, LiveResult } from './liveResult.ts'

export type ResultStreamOptions = {
  /** Where the first batch comes from; the schema always comes before it. */
  reader: BatchReader
  /** Most batches to send. */
  batchCount: number
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
    if (isClosed) return
    isClosed = true
    options.reader.close()
    options.onClose()
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
  { reader, batchCount, onRead }: ResultStreamOptions,
): AsyncGenerator<Uint8Array, void, void> {
  const types = await result.types()
  yield encodeSchema(result.columns, types ?? result.columns.map(arrowTypeOf)).bytes
  let error: GatewayError | undefined
  try {
    for (let sent = 0; sent < batchCount; sent++) {
      onRead()
      const batch = await reader.next()
      if (!batch) break
      yield batch.bytes
    }
  } catch (thrown) {
    error = toGatewayError(thrown)
  }
  yield endOfStream
  yield new TextEncoder().encode(JSON.stringify(endOf(result, error ?? result.error)))
}

function endOf({ rowCount, isTruncated, cost }: LiveResult, error: GatewayError | undefined): StreamEnd {
  const end = { rowCount, truncated: isTruncated, ...(cost && { cost }) }
  return error ? { ...end, error: error.toBody().error } : end
}
