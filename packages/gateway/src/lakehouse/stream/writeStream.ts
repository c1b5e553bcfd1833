import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { arrowStreamMediaType, type StreamEnd } from '@lakefront/contract'
import type { RowBatch } from '../../arrow/port.ts'
import { encodeSchema, endOfStream } from '../../arrow/schemaMessage.ts'
import { toGatewayError } from '../../errors.ts'
import { writePieces } from '../../http/writePieces.ts'
import { limits } from '../limits.ts'
import type { OpenQuery } from '../query/openQuery.ts'

/**
 * So long the first rows have to themselves. Where the reader shares this machine, scanning and encoding the next ones would
 * take the processors that carry the first to whoever waits for them.
 */
const headStartMs = 6
/** Rows of a first batch after which more will come: DuckDB's vectors are full until the last one. */
const fullFirstBatch = 2_048

/** What the lakehouse writes after the Arrow end-of-stream marker, as JSON. */
export type LakehouseStreamEnd = StreamEnd & { bytesScanned: number | null }

/** A running statement, and how many of its rows are wanted. */
export type OpenRows = { query: OpenQuery; maxRows: number }

/**
 * Writes the Arrow IPC stream, a batch when the socket wants more. A reader that goes away stops the statement; one that
 * fails, even before its first row, says so at the end.
 */
export async function writeStream(response: ServerResponse, open: () => Promise<OpenRows>): Promise<void> {
  response.writeHead(200, { 'content-type': arrowStreamMediaType, 'cache-control': 'no-store' })
  await writePieces(response, piecesOf(response, open))
}

async function* piecesOf(
  response: ServerResponse,
  open: () => Promise<OpenRows>,
): AsyncGenerator<Uint8Array, void, void> {
  const end: LakehouseStreamEnd = { rowCount: 0, truncated: false, bytesScanned: null }
  let query: OpenQuery | undefined
  try {
    const rows = await open()
    query = rows.query
    // Also while nothing is being written: a statement must not run on for nobody.
    response.once('close', () => void rows.query.close())
    yield encodeSchema(query.columns, query.types).bytes
    yield* limited(query.batches, rows.maxRows, end)
    end.bytesScanned = await query.bytesScanned()
  } catch (error) {
    end.error = toGatewayError(error).toBody().error
  } finally {
    await query?.close()
  }
  yield endOfStream
  yield new TextEncoder().encode(JSON.stringify(end))
}

/** Passes whole batches on until a limit is reached; the last one is passed whole, and the reader cuts it. */
async function* limited(
  batches: AsyncIterable<RowBatch>,
  maxRows: number,
  end: LakehouseStreamEnd,
): AsyncGenerator<Uint8Array, void, void> {
  let bytes = 0
  for await (const batch of batches) {
    if (end.rowCount >= maxRows || bytes >= limits.maxBytes) {
      end.truncated = true
      return
    }
    yield batch.bytes
    if (end.rowCount === 0 && batch.rowCount >= fullFirstBatch) await delay(headStartMs)
    end.rowCount += batch.rowCount
    bytes += batch.bytes.length
  }
}
