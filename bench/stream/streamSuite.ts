import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { takeTurns } from '../measure.ts'
import { selectAll } from '../servers/dataset.ts'
import { startServers } from '../servers/start.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { readBare, readFirstPage, readThroughGateway } from './readStream.ts'

const jsonTimeoutMs = 120_000
/** So often both read a smaller result first: what has run only a few times is not compiled yet, and nobody's gateway is new. */
const warmUpReads = 40

/** A million rows by eight columns to a client: through the whole gateway, as bare Arrow, and as one JSON result. */
export async function streamSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const { client, urls, stop } = await startServers()
  const json = new Client({ name: 'bench', version: '0.0.0' }, { versionNegotiation: { mode: 'auto' } })
  try {
    await json.connect(new StreamableHTTPClientTransport(new URL(urls.json)))
    const { result } = await client.callTool('run_query', { source: 'lakehouse', sql: selectAll('some_deals') })
    for (let read = 0; read < warmUpReads; read += 1) {
      await readThroughGateway(client, 'some_deals', { pageSize: 0 })
      await readFirstPage(client, 'some_deals')
      await readBare(urls.bareArrow, result.columns, 'some_deals')
    }
    const samples = await takeTurns(
      [
        async () => {
          const { firstRowMs, lastRowMs } = await readThroughGateway(client, 'deals', { pageSize: 0 })
          return { 'gateway, first row': firstRowMs, 'gateway, last row': lastRowMs }
        },
        async () => ({ 'gateway, first page in the reply': await readFirstPage(client, 'deals') }),
        async () => {
          const { firstRowMs, lastRowMs } = await readBare(urls.bareArrow, result.columns, 'deals')
          return { 'bare Arrow, first row': firstRowMs, 'bare Arrow, last row': lastRowMs }
        },
        async () => ({ 'JSON in one tool result': await timeJson(json) }),
      ],
      { repeats },
    )
    return { samples, comparisons }
  } finally {
    await json.close()
    await stop()
  }
}

async function timeJson(client: Client): Promise<number> {
  const startedAt = performance.now()
  const request = { name: 'execute_sql', arguments: { sql: selectAll('deals') } }
  const { structuredContent } = await client.callTool(request, { timeout: jsonTimeoutMs })
  const { rows } = structuredContent as { rows: unknown[] }
  if (rows.length !== 1_000_000) throw new Error(`${rows.length} rows arrived as JSON.`)
  return performance.now() - startedAt
}

const comparisons = [
  { name: 'first row, gateway / bare Arrow', over: 'gateway, first row', under: 'bare Arrow, first row', atMost: 1.3 },
  {
    name: 'first page in the reply / bare Arrow, first row',
    over: 'gateway, first page in the reply',
    under: 'bare Arrow, first row',
  },
  { name: 'last row, gateway / bare Arrow', over: 'gateway, last row', under: 'bare Arrow, last row', atMost: 1.3 },
  { name: 'first row, JSON / gateway', over: 'JSON in one tool result', under: 'gateway, first row', atLeast: 50 },
  { name: 'last row, JSON / gateway', over: 'JSON in one tool result', under: 'gateway, last row', atLeast: 3 },
]
