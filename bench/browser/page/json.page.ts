import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { expose } from '../../chromium/page/expose.ts'
import { type LongTasks, watchLongTasks } from '../../chromium/page/watchLongTasks.ts'

export type JsonPage = {
  /** Reads all rows of a statement as one tool result. Shows nothing. */
  run(options: { url: string; sql: string; rowCount: number }): Promise<{ lastRowMs: number; longTasks: LongTasks }>
}

const timeout = 170_000

async function connect(url: string): Promise<Client> {
  const client = new Client({ name: 'bench', version: '0.0.0' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  return client
}

let connected: Promise<Client> | undefined

expose({
  async run({ url, sql, rowCount }) {
    connected ??= connect(url)
    const client = await connected
    const longTasks = watchLongTasks()
    const startedAt = performance.now()
    const { structuredContent } = await client.callTool({ name: 'execute_sql', arguments: { sql } }, { timeout })
    const lastRowMs = performance.now() - startedAt
    const { rows } = structuredContent as { rows: unknown[] }
    if (rows.length !== rowCount) throw new Error(`${rows.length} rows arrived as JSON.`)
    return { lastRowMs, longTasks: await longTasks.end() }
  },
} satisfies JsonPage)
