import { randomBytes } from 'node:crypto'
import type { StreamEnd } from '@lakefront/contract'
import { arrowStreamMediaType } from '@lakefront/contract'
import type { RowBatch } from '../arrow/port.ts'
import { encodeSchema, endOfStream } from '../arrow/schemaMessage.ts'
import { toGatewayError } from '../errors.ts'
import type { OpenQuery } from './query.ts'

/** Nobody came for a stream in this time: the statement is stopped. */
const unclaimedMs = 30_000

/** What the lakehouse writes after the Arrow end-of-stream marker, as JSON. */
export type LakehouseStreamEnd = StreamEnd & { bytesScanned: number | null }

export type PendingStream = { query: OpenQuery; maxRows: number; maxBytes: number }

/** Results that wait for their one reader, each under an address that cannot be guessed. */
export type Streams = {
  /** Answers the path of the stream. */
  offer(pending: PendingStream): string
  /** The Arrow IPC stream; 404 when it was taken already, has expired, or never was. */
  take(path: string): Response
  close(): void
}

export function createStreams(): Streams {
  const waiting = new Map<string, { pending: PendingStream; timer: NodeJS.Timeout }>()

  const claim = (path: string) => {
    const entry = waiting.get(path)
    if (entry) clearTimeout(entry.timer)
    waiting.delete(path)
    return entry?.pending
  }

  return {
    offer(pending) {
      const path = `/results/${randomBytes(24).toString('base64url')}`
      const timer = setTimeout(() => void claim(path)?.query.close(), unclaimedMs)
      timer.unref()
      waiting.set(path, { pending, timer })
      return path
    },
    take(path) {
      const pending = claim(path)
      if (!pending)
        return Response.json(
          { error: { code: 'unknown-handle', message: 'There is no such result.' } },
          { status: 404 },
        )
      return new Response(streamOf(pending), {
        headers: { 'content-type': arrowStreamMediaType, 'cache-control': 'no-store' },
      })
    },
    close() {
      for (const path of [...waiting.keys()]) void claim(path)?.query.close()
    },
  }
}

/** Reads a batch only when the socket wants more; a reader that goes away closes the query. */
function streamOf(pending: PendingStream): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = piecesOf(pending)
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value as Uint8Array<ArrayBuffer>)
      },
      async cancel() {
        await pending.query.close()
        await pieces.return()
      },
    },
    { highWaterMark: 0 },
  )
}

async function* piecesOf({ query, maxRows, maxBytes }: PendingStream): AsyncGenerator<Uint8Array, void, void> {
  const end: LakehouseStreamEnd = { rowCount: 0, truncated: false, bytesScanned: null }
  try {
    yield encodeSchema(query.columns, query.types).bytes
    yield* limited(query.batches, { maxRows, maxBytes }, end)
    end.bytesScanned = await query.bytesScanned()
  } catch (error) {
    end.error = toGatewayError(error).toBody().error
  } finally {
    await query.close()
  }
  yield endOfStream
  yield new TextEncoder().encode(JSON.stringify(end))
}

/** Passes whole batches on until a limit is reached; the last one is passed whole, and the reader cuts it. */
async function* limited(
  batches: AsyncIterable<RowBatch>,
  { maxRows, maxBytes }: { maxRows: number; maxBytes: number },
  end: LakehouseStreamEnd,
): AsyncGenerator<Uint8Array, void, void> {
  let bytes = 0
  for await (const batch of batches) {
    if (end.rowCount >= maxRows || bytes >= maxBytes) {
      end.truncated = true
      return
    }
    yield batch.bytes
    end.rowCount += batch.rowCount
    bytes += batch.bytes.length
  }
}
