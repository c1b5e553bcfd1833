#!/usr/bin/env -S node --initial-old-space-size=256
// The same heap for every arm.
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { rowsOfDuckdb } from '../../packages/gateway/src/arrow/duckdb/fromDuckdb.ts'
import { encodeSchema, endOfStream } from '../../packages/gateway/src/arrow/schemaMessage.ts'
import { openDatabase } from '../../packages/gateway/src/lakehouse/database/openDatabase.ts'
import { benchFolder, selectAll, type TableName } from './dataset.ts'
import { serve } from './serve.ts'

// What the stream is held against: the same DuckDB, batches and bytes, with nothing between them and the socket.
const database = await openDatabase({ folder: benchFolder })

type Result = Parameters<typeof rowsOfDuckdb>[0]

/** Every chunk is fetched and none is looked at. */
async function scan(result: Result, response: ServerResponse): Promise<void> {
  let rowCount = 0
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    rowCount += chunk.rowCount
  }
  response.end(String(rowCount))
}

async function encode(result: Result, response: ServerResponse): Promise<void> {
  let rowCount = 0
  for await (const batch of rowsOfDuckdb(result).batches) rowCount += batch.rowCount
  response.end(String(rowCount))
}

async function send(result: Result, response: ServerResponse): Promise<void> {
  const { columns, types, batches } = rowsOfDuckdb(result)
  let rowCount = 0
  response.write(encodeSchema(columns, types).bytes)
  for await (const batch of batches) {
    rowCount += batch.rowCount
    if (!response.write(batch.bytes)) await once(response, 'drain')
  }
  response.write(endOfStream)
  response.end(JSON.stringify({ rowCount, truncated: false }))
}

const works: Record<string, typeof send> = { scan, encode, results: send }

serve(async (request, response) => {
  const [, work = '', table = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/')
  const connection = await database.connect()
  await connection.use(async (duckdb) => works[work]!(await duckdb.stream(selectAll(table as TableName)), response))
  await connection.close()
})
