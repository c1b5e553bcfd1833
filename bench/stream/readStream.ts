import { type Client, createClient } from '@lakefront/client'
import { selectAll, type TableName, tables } from '../servers/dataset.ts'

export type StreamTimes = { firstRowMs: number; firstBatchMs: number; lastRowMs: number }
type Page = Parameters<Client['openResult']>[0]

/**
 * Runs a statement through the gateway and reads every row.
 *
 * @param options.pageSize - Rows that the reply brings; with 0 it brings the columns only, and all rows are in the stream.
 */
export async function readThroughGateway(
  client: Client,
  table: TableName,
  { pageSize = 200, signal }: { pageSize?: number; signal?: AbortSignal } = {},
): Promise<StreamTimes> {
  const startedAt = performance.now()
  const { result } = await client.callTool('run_query', statementOn(table, pageSize), { signal })
  const repliedMs = performance.now() - startedAt
  const times = await readRows(client, result, { table, signal, startedAt })
  return { ...times, firstRowMs: result.rows.length > 0 ? repliedMs : times.firstBatchMs }
}

/** Waits for the first page in the reply, and lets the rest be. */
export async function readFirstPage(client: Client, table: TableName): Promise<number> {
  const startedAt = performance.now()
  const { result } = await client.callTool('run_query', statementOn(table, 200))
  if (result.rows.length === 0) throw new Error('run_query answered no rows.')
  const firstRowMs = performance.now() - startedAt
  await client.stopResult(result)
  return firstRowMs
}

const statementOn = (table: TableName, pageSize: number) => ({ source: 'lakehouse', sql: selectAll(table), pageSize })

/** Reads the same rows where nothing is between DuckDB and the socket, with the same decoder. */
export async function readBare(url: string, columns: Page['columns'], table: TableName): Promise<StreamTimes> {
  const startedAt = performance.now()
  const client = createClient({ gatewayUrl: `${url}/mcp` })
  const page = { url: `/results/${table}`, columns } as Page
  const { firstBatchMs, lastRowMs } = await readRows(client, page, { table, startedAt })
  return { firstRowMs: firstBatchMs, firstBatchMs, lastRowMs }
}

type ReadOptions = { table: TableName; startedAt: number; signal?: AbortSignal | undefined }

async function readRows(client: Client, page: Page, { table, startedAt, signal }: ReadOptions) {
  let firstBatchMs: number | undefined
  let rowCount = 0
  const stream = client.openResult(page, { signal })
  for await (const batch of stream) {
    batch.getCell(batch.rowCount - 1, 0)
    firstBatchMs ??= performance.now() - startedAt
    rowCount += batch.rowCount
  }
  const lastRowMs = performance.now() - startedAt
  if (rowCount !== tables[table])
    throw new Error(stream.end()?.truncated ? 'truncated, and said so' : `${rowCount} rows arrived`)
  return { firstBatchMs: firstBatchMs!, lastRowMs }
}
