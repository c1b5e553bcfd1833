import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '../../../client/src/index.ts'
import type { LakefrontConfig } from '../config/types.ts'
import { type Lakehouse, startLakehouse } from '../lakehouse/startLakehouse.ts'
import { startTestGateway } from './startTestGateway.ts'

export type StreamingGateway = {
  lakehouse: Lakehouse
  port: number
  /** The kit's own client, perhaps of a proxy before the gateway. */
  connect(port?: number): Promise<Client>
  close(): Promise<void>
}

/** A gateway before a lakehouse whose running statements can be counted, for clients of ours. */
export async function startStreamingGateway(results?: LakefrontConfig['results']): Promise<StreamingGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'lakefront-streams-'))
  writeFileSync(join(folder, 'regions.csv'), 'id,name\n1,Ohio\n2,Erie\n')
  const lakehouse = await startLakehouse({ folder, port: 0 })
  const gateway = await startTestGateway({
    sources: { lakehouse: { mcp: { url: lakehouse.url }, dialect: 'duckdb' } },
    views: [],
    entities: {},
    prices: { asOf: '2026-11-01', usdPerTebibyteScanned: { lakehouse: 0 } },
    maxRows: 1_000_000_000,
    results,
  })
  const clients: Client[] = []
  return {
    lakehouse,
    port: gateway.served.port,
    async connect(port = gateway.served.port) {
      const token = await gateway.token()
      const client = createClient({ gatewayUrl: `http://localhost:${port}/mcp`, getAccessToken: () => token })
      clients.push(client)
      return client
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()))
      await gateway.close()
      await lakehouse.close()
      rmSync(folder, { recursive: true })
    },
  }
}
