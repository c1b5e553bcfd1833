import type { Column } from '@lakefront/contract'
import { createBatch } from '../../../arrow/batch.ts'
import { decodeSchema } from '../../../arrow/decodeSchema.ts'
import { createMessageSplitter, messageKind, rowCountOf } from '../../../arrow/frames.ts'
import type { ArrowType, RowBatch } from '../../../arrow/port.ts'
import { GatewayError } from '../../../errors.ts'
import type { Resilience } from '../../resilience.ts'
import { unavailable } from '../../resilience.ts'
import { garbled } from '../errors.ts'

type Named = { source: string; title: string }

/** Reason of an abort that nobody hears of; one that is left out is made anew, with its stack. */
const released = new Error('The stream was released.')

/** How a stream ended; known once its batches have. */
export type StreamEnd = { truncated: boolean; bytesScanned: number | null }

/** Rows as they come over the wire. */
export type ArrowStream = {
  columns: readonly Column[]
  batches: AsyncIterable<RowBatch>
  end(): StreamEnd | undefined
}

export type ArrowStreamOptions = Named & {
  /** Ends the reading, at any time. */
  signal: AbortSignal
  resilience: Resilience
}

/** Asks for the bytes of a stream. */
export type OpenBytes = (signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>

/**
 * Reads the schema of an Arrow stream, and its batches as they are asked for. Bytes are passed on untouched.
 *
 * @throws {GatewayError} what the server says went wrong, or that it cannot be reached or understood.
 */
export async function readArrowStream(
  openBytes: OpenBytes,
  { signal, resilience, ...named }: ArrowStreamOptions,
): Promise<ArrowStream> {
  const stop = new AbortController()
  const onAbort = () => stop.abort(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  const release = () => {
    signal.removeEventListener('abort', onAbort)
    stop.abort(released)
  }
  try {
    const pieces = piecesOf(await openBytes(stop.signal), named)
    const first = await pieces.next()
    if (first.done || first.value.kind !== 'message' || messageKind(first.value.bytes) !== 'schema')
      throw garbled(named)
    const { columns, types } = decodeSchema(first.value.bytes)
    const ended: Ended = { end: undefined }
    const read = () => resilience.limit(() => pieces.next(), signal)
    return { columns, batches: batchesOf(read, types, ended), end: () => ended.end }
  } catch (error) {
    release()
    throw toError(error)
  }

  async function* batchesOf(
    read: () => Promise<IteratorResult<Piece, void>>,
    types: readonly ArrowType[],
    ended: Ended,
  ): AsyncGenerator<RowBatch, void, void> {
    try {
      for (let next = await read(); !next.done; next = await read()) {
        if (next.value.kind === 'end') ended.end = next.value.end
        else if (rowCountOf(next.value.bytes) > 0)
          yield createBatch(next.value.bytes, rowCountOf(next.value.bytes), types)
      }
    } catch (error) {
      throw toError(error)
    } finally {
      release()
    }
  }

  function toError(error: unknown): GatewayError {
    if (error instanceof GatewayError) return error
    if (signal.aborted) return new GatewayError({ code: 'cancelled', message: 'The request was cancelled.' })
    if (error instanceof SyntaxError || error instanceof RangeError) return garbled(named, error)
    return unavailable({ ...named, cause: error })
  }
}

type Ended = { end: StreamEnd | undefined }
type Piece = { kind: 'message'; bytes: Uint8Array } | { kind: 'end'; end: StreamEnd }

async function* piecesOf(bytes: AsyncIterable<Uint8Array>, named: Named): AsyncGenerator<Piece, void, void> {
  const splitter = createMessageSplitter()
  for await (const part of bytes) {
    for (const message of splitter.push(part)) yield { kind: 'message', bytes: message }
  }
  if (!splitter.ended()) throw unavailable({ ...named, because: 'its result was cut off' })
  yield { kind: 'end', end: endOf(splitter.trailer(), named) }
}

/** Ours says how the stream ended; another server's Arrow stream just ends. */
function endOf(trailer: Uint8Array, { source }: Named): StreamEnd {
  if (trailer.length === 0) return { truncated: false, bytesScanned: null }
  const end = JSON.parse(new TextDecoder().decode(trailer))
  if (end.error) throw new GatewayError({ code: end.error.code, message: end.error.message, source })
  return {
    truncated: end.truncated === true,
    bytesScanned: typeof end.bytesScanned === 'number' ? end.bytesScanned : null,
  }
}
