import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Lakehouse, startLakehouse } from '../../lakehouse/startLakehouse.ts'
import { callTool, connectClient } from '../../testing/gatewayClient.ts'
import { inParallel, scattered } from '../../testing/inParallel.ts'
import { startTestGateway, type TestGateway } from '../../testing/startTestGateway.ts'

let lakehouse: Lakehouse
let gateway: TestGateway
let client: Client
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lakefront-cancel-'))
  writeFileSync(join(folder, 'regions.csv'), 'id,name\n1,Ohio\n2,Erie\n')
  lakehouse = await startLakehouse({ folder, port: 0 })
  const sources = { lakehouse: { mcp: { url: lakehouse.url }, dialect: 'duckdb' as const } }
  gateway = await startTestGateway({
    sources,
    views: [],
    entities: {},
    prices: { asOf: '2026-11-01', usdPerTebibyteScanned: {} },
  })
  client = await connectClient(gateway)
})
afterAll(async () => {
  await client.close()
  await gateway.close()
  await lakehouse.close()
  rmSync(folder, { recursive: true })
})

const statements = [
  'select count(*) from range(100000000000) a(i) where hash(i) % 7 = 3',
  'select * from regions order by id',
]

test('behavior: statements cancelled at any moment leave nothing running', { timeout: 60_000 }, async () => {
  await inParallel({ count: 200, atOnce: 8 }, async (index) => {
    const controller = new AbortController()
    const input = { source: 'lakehouse', sql: statements[index % statements.length]! }
    const running = callTool(client, 'run_query', input, controller.signal)
    setTimeout(() => controller.abort(), scattered(index, 60))
    await running.catch((error) => expect(controller.signal.aborted, String(error)).toBe(true))
  })
  // Results that nobody fetches would wait for half a minute: none is left like that.
  await vi.waitFor(() => expect(lakehouse.openStatements()).toBe(0), { timeout: 10_000 })
  const { output } = await callTool(client, 'run_query', { source: 'lakehouse', sql: statements[1]! })
  expect(output.result.rows.map(([, name]) => name)).toEqual(['Ohio', 'Erie'])
  expect(output.step.durationMs).toBeLessThan(2_000)
})
