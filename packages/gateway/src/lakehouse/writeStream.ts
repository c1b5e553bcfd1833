import type { ServerResponse } from 'node:http'
import { arrowStreamMediaType, type StreamEnd } from '@lakefront/contract'
import type { RowBatch } from '../arrow/port.ts'
import { encodeSchema, endOfStream } from '../arrow/schemaMessage.ts'
import { toGatewayError } from '../errors.ts'
import { writePieces } from '../http/writePieces.ts'
import type { OpenQuery } from './query.ts'

/** What the lakehouse writes after the Arrow end-of-stream marker, as JSON. */
export type LakehouseStreamEnd = StreamEnd & { bytesScanned: number | null }

export type PendingStream = { query: OpenQuery; maxRows: number; maxBytes: number }

/** Writes the Arrow IPC stream, a batch when the socket wants more. A reader that goes away stops the statement. */
export async function writeStream(pending: PendingStream, response: ServerResponse): Promise<void> {
  response.once('close', () => void pending.query.close())
  response.writeHead(200, { 'content-type': arrowStreamMediaType, 'cache-control': 'no-store' })
  await writePieces(response, piecesOf(pending))
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
