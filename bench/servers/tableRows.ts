import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { type DuckdbRows, rowsOfDuckdb } from '../../packages/gateway/src/arrow/duckdb/fromDuckdb.ts'
import { encodeSchema, endOfStream } from '../../packages/gateway/src/arrow/schemaMessage.ts'
import { openDatabase } from '../../packages/gateway/src/lakehouse/database/openDatabase.ts'
import { makeDataset, selectAll } from './dataset.ts'
import { serve } from './serve.ts'

// What the tables in Chromium are filled with: results as the gateway streams them, for any page to read.
const chunkRows = 500
const chunkCount = 200
const wideRows = 10_000
const wideColumns = 200

/** Statements whose rows make up a result, one after another. */
const results: Record<string, readonly string[]> = {
  deals: [selectAll('deals')],
  some_deals: [selectAll('some_deals')],
  few_deals: [`${selectAll('some_deals')} where id < 1000`],
  chunks: Array.from({ length: chunkCount }, (_, index) => {
    const first = index * chunkRows
    return `${selectAll('some_deals')} where id >= ${first} and id < ${first + chunkRows}`
  }),
  wide: [selectWide()],
}

/** Texts, decimals, whole numbers and dates by turns. */
function selectWide(): string {
  const columns = Array.from({ length: wideColumns }, (_, index) => {
    const seed = `hash(i * ${wideColumns} + ${index})`
    const values = [
      `'Account ' || ${seed} % 1000000`,
      `(${seed} % 100000000 / 100)::decimal(12, 2)`,
      `(${seed} % 1000000)::integer`,
      `date '2018-01-01' + (${seed} % 3240)::integer`,
    ]
    return `${values[index % values.length]} as column_${index + 1}`
  })
  return `select ${columns.join(', ')} from range(${wideRows}) numbers(i)`
}

const database = await openDatabase({ folder: await makeDataset() })

async function sendColumns([statement]: readonly string[], response: ServerResponse): Promise<void> {
  await withRows(statement!, async ({ columns }) => void response.end(JSON.stringify(columns)))
}

async function sendRows(statements: readonly string[], response: ServerResponse): Promise<void> {
  let rowCount = 0
  for (const [index, statement] of statements.entries()) {
    await withRows(statement, async ({ columns, types, batches }) => {
      if (index === 0) response.write(encodeSchema(columns, types).bytes)
      for await (const batch of batches) {
        rowCount += batch.rowCount
        if (!response.write(batch.bytes)) await once(response, 'drain')
      }
    })
  }
  response.write(endOfStream)
  response.end(JSON.stringify({ rowCount, truncated: false }))
}

async function withRows(statement: string, use: (rows: DuckdbRows) => Promise<void>): Promise<void> {
  const connection = await database.connect()
  await connection.use(async (duckdb) => use(rowsOfDuckdb(await duckdb.stream(statement))))
  await connection.close()
}

serve(async (request, response) => {
  const [, work, name = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/')
  if (work === 'columns') await sendColumns(results[name]!, response)
  else await sendRows(results[name]!, response)
})
