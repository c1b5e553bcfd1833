import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inParallel, scattered } from '../testing/inParallel.ts'
import { type Lakehouse, startLakehouse } from './startLakehouse.ts'

let lakehouse: Lakehouse
let client: Client
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lakefront-cancel-'))
  writeFileSync(join(folder, 'regions.csv'), 'id,name\n1,Ohio\n2,Erie\n')
  lakehouse = await startLakehouse({ folder, port: 0 })
  client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(new StreamableHTTPClientTransport(new URL(lakehouse.url)))
})
afterAll(async () => {
  await client.close()
  await lakehouse.close()
  rmSync(folder, { recursive: true })
})

const endless = 'select count(*) from range(100000000000) a(i) where hash(i) % 7 = 3'
const manyRows = 'select a.range, md5(a.range::varchar) from range(50000000) a'
const calls = [
  { name: 'execute_sql', arguments: { sql: endless } },
  { name: 'execute_sql', arguments: { sql: 'select * from regions' } },
  { name: 'estimate_sql', arguments: { sql: 'select * from regions a, regions b' } },
  { name: 'list_tables', arguments: {} },
]

/** Nothing is left at DuckDB, and it is free for others. */
async function expectIdle(): Promise<void> {
  await vi.waitFor(() => expect(lakehouse.openStatements()).toBe(0), { timeout: 20_000 })
  const startedAt = performance.now()
  const { structuredContent } = await client.callTool({
    name: 'execute_sql',
    arguments: { sql: 'select name from regions order by id' },
  })
  expect(structuredContent).toMatchObject({ rows: [['Ohio'], ['Erie']] })
  expect(performance.now() - startedAt).toBeLessThan(5_000)
}

test('behavior: calls cancelled at any moment leave nothing running', { timeout: 60_000 }, async () => {
  await inParallel({ count: 200, atOnce: 8 }, async (index) => {
    const controller = new AbortController()
    const running = client.callTool(calls[index % calls.length]!, { signal: controller.signal })
    setTimeout(() => controller.abort(), scattered(index, 25))
    await running.catch((error) => expect(controller.signal.aborted, String(error)).toBe(true))
  })
  await expectIdle()
})

test('behavior: readers that go away at any moment leave nothing running', { timeout: 60_000 }, async () => {
  await inParallel({ count: 60, atOnce: 6 }, async (index) => {
    const { content } = await client.callTool({ name: 'execute_sql', arguments: { sql: manyRows, pageSize: 0 } })
    const link = content.find((block) => block.type === 'resource_link')!
    const controller = new AbortController()
    const response = await fetch(link.uri, { signal: controller.signal })
    setTimeout(() => controller.abort(), scattered(index, 40))
    await expect(response.arrayBuffer()).rejects.toThrow()
  })
  await expectIdle()
})

test('behavior: posted statements whose reader goes away at any moment leave nothing running', {
  timeout: 60_000,
}, async () => {
  await inParallel({ count: 60, atOnce: 6 }, async (index) => {
    const controller = new AbortController()
    const body = JSON.stringify({ sql: index % 2 === 0 ? manyRows : endless })
    const reading = fetch(new URL('/statements', lakehouse.url), { method: 'POST', body, signal: controller.signal })
    setTimeout(() => controller.abort(), scattered(index, 40))
    await expect(reading.then((response) => response.arrayBuffer())).rejects.toThrow()
  })
  await expectIdle()
})

test('behavior: closing stops what runs, and then closes', async () => {
  const other = await startLakehouse({ folder, port: 0 })
  const caller = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } })
  await caller.connect(new StreamableHTTPClientTransport(new URL(other.url)))
  const running = Promise.allSettled(
    Array.from({ length: 6 }, () => caller.callTool({ name: 'execute_sql', arguments: { sql: endless } })),
  )
  await vi.waitFor(() => expect(other.openStatements()).toBe(6))
  await other.close()
  expect(other.openStatements()).toBe(0)
  expect((await running).map(({ status }) => status)).toEqual(Array(6).fill('rejected'))
  await caller.close()
})
