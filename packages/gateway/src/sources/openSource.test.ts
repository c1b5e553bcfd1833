import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod'
import { startLakehouse } from '../lakehouse/startLakehouse.ts'
import { openSource } from './openSource.ts'
import type { Source } from './port.ts'

const signal = new AbortController().signal
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lakefront-source-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

function opened(...input: Parameters<typeof openSource>): Source {
  const source = openSource(...input)
  cleanups.push(() => source.close())
  return source
}

async function rowsOf(source: Source, sql: string, maxRows?: number) {
  const result = await source.query(sql, { signal, maxRows })
  const rows = []
  for await (const batch of result.batches) rows.push(...batch.rows())
  return { ...result, rows }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}/mcp`
}

/** A foreign SQL server, whose tool answers what the test says. */
async function foreignServer(
  answer: (sql: string, calls: number) => unknown,
): Promise<{ url: string; calls: () => number }> {
  let calls = 0
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'foreign', version: '1' })
    server.registerTool(
      'run_query',
      { inputSchema: z.object({ query: z.string() }) },
      ({ query }) => answer(query, ++calls) as never,
    )
    server.registerTool(
      'poll_sql_result',
      { inputSchema: z.object({ statement_id: z.string() }) },
      () => answer('poll', ++calls) as never,
    )
    return server
  })
  const mcp = toNodeHandler(handler)
  const url = await listening(createServer((request, response) => void mcp(request as never, response)))
  return { url, calls: () => calls }
}

const text = (value: unknown) => ({
  content: [{ type: 'text', text: typeof value === 'string' ? value : JSON.stringify(value) }],
})

const files = { 'orders.csv': 'id,amount,note\n1,12.50,a\n2,-3.25,NULL\n' }

test('default: mcp, a lakehouse of ours', async () => {
  const lakehouse = await startLakehouse({ folder: folderOf(files), port: 0, nullText: ['NULL'] })
  cleanups.push(lakehouse.close)
  const source = opened('lakehouse', { mcp: { url: lakehouse.url }, dialect: 'duckdb' })
  const { columns, rows, stats, truncated } = await rowsOf(source, 'select * from orders order by id')
  expect(columns.map(({ type }) => type)).toEqual(['integer', 'decimal', 'text'])
  expect(rows).toEqual([
    ['1', '12.50', 'a'],
    ['2', '-3.25', null],
  ])
  expect(truncated()).toBe(false)
  expect(stats().bytesScanned).toBe(38)
  expect(await source.describe({ signal })).toMatchObject([
    { name: 'orders', columns: [{ name: 'id', type: 'integer' }, {}, {}] },
  ])
  expect(await source.estimate('select id from orders', { signal })).toMatchObject({
    confidence: 'upper-bound',
    bytesScanned: { high: 38 },
  })
})

test('default: files, in a process of its own that comes back when it dies', async () => {
  const source = opened('files', { files: { folder: folderOf(files), nullText: 'NULL' }, title: 'Northwind' })
  expect(source).toMatchObject({ id: 'files', title: 'Northwind', dialect: 'duckdb' })
  const { rows } = await rowsOf(source, 'select getpid from (select 1 as getpid)')
  expect(rows).toEqual([[1]])
  expect((await rowsOf(source, 'select count(*) from orders')).rows).toEqual([['2']])
})

test('behavior: files whose folder cannot be read say why', async () => {
  const source = opened('files', { files: { folder: folderOf({ 'bad.csv': 'a,b\n1,2\n3,4,5\n' }) } })
  await expect(rowsOf(source, 'select 1')).rejects.toMatchObject({
    code: 'source-unavailable',
    message: expect.stringContaining('bad.csv: not every row has the 2 columns'),
  })
})

test('default: mcp, a foreign server found by its tool and argument', async () => {
  const { url } = await foreignServer((sql) => text([{ sql, n: 1 }]))
  const source = opened('foreign', { mcp: { url }, dialect: 'trino' })
  expect((await rowsOf(source, 'select 1')).rows).toEqual([['select 1', '1']])
})

test('default: command, a server over standard input and output', async () => {
  const script = `
    import { McpServer } from '${import.meta.resolve('@modelcontextprotocol/server')}'
    import { serveStdio } from '${import.meta.resolve('@modelcontextprotocol/server/stdio')}'
    import * as z from '${import.meta.resolve('zod')}'
    serveStdio(() => {
      const server = new McpServer({ name: 'stdio', version: '1' })
      server.registerTool('query', { inputSchema: z.object({ sql: z.string() }) }, ({ sql }) => ({ content: [{ type: 'text', text: JSON.stringify([{ sql }]) }] }))
      return server
    })`
  const file = join(folderOf({ 'server.mjs': script }), 'server.mjs')
  const source = opened('local', { command: { command: process.execPath, args: [file] }, dialect: 'sqlite' })
  expect((await rowsOf(source, 'select 2')).rows).toEqual([['select 2']])
})

test('behavior: a statement that still runs is asked for until it is done', async () => {
  const pending = { statement_id: '01ef', status: { state: 'RUNNING' } }
  const done = {
    ...pending,
    status: { state: 'SUCCEEDED' },
    manifest: { schema: { columns: [{ name: 'a' }] } },
    result: { data_array: [['7']] },
  }
  const { url } = await foreignServer((_sql, calls) => text(calls < 3 ? pending : done))
  const source = opened('databricks', { mcp: { url }, dialect: 'databricks' })
  expect((await rowsOf(source, 'select 7 as a')).rows).toEqual([['7']])
})

test('behavior: mcp, a chart that comes with the rows is handed on', async () => {
  const spec = { $schema: 'https://vega.github.io/schema/vega-lite/v5.json', mark: 'bar' }
  const { url } = await foreignServer(() => text({ columns: ['id'], rows: [[1]], chart: spec }))
  const source = opened('foreign', { mcp: { url }, dialect: 'snowflake' })
  expect((await rowsOf(source, 'select id')).chart).toEqual({ format: 'vega-lite', spec })
})

test('parameters: maxRows cuts what a server sends beyond it, and says so', async () => {
  const { url } = await foreignServer(() => text(Array.from({ length: 5 }, (_, id) => ({ id }))))
  const source = opened('foreign', { mcp: { url }, dialect: 'trino' })
  const { rows, truncated } = await rowsOf(source, 'select id', 3)
  expect(rows).toHaveLength(3)
  expect(truncated()).toBe(true)
})

test('behavior: a server that answers garbage is garbled', async () => {
  const { url } = await foreignServer(() => text('<html>Sorry</html>'))
  const source = opened('foreign', { mcp: { url }, dialect: 'trino' })
  await expect(rowsOf(source, 'select 1')).rejects.toMatchObject({ code: 'source-garbled', source: 'foreign' })
})

test.each([
  ['HTML', 200, '<html>hello</html>', 'text/html'],
  ['broken JSON', 200, '{"jsonrpc": "2.0", "id"', 'application/json'],
  ['an error page', 502, 'Bad gateway', 'text/plain'],
])('behavior: an address that answers %s is told in words', async (_case, status, body, type) => {
  const url = await listening(
    createServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(body)),
  )
  const source = opened('crm', { mcp: { url }, dialect: 'trino', title: 'CRM' })
  await expect(rowsOf(source, 'select 1')).rejects.toMatchObject({
    code: expect.stringMatching(/^source-(unavailable|garbled)$/),
    message: expect.stringContaining('The CRM'),
  })
})

test('behavior: a failing statement is told in the words of the source, once', async () => {
  const { url, calls } = await foreignServer(() => ({ isError: true, ...text('no such column: nope') }))
  const source = opened('foreign', { mcp: { url }, dialect: 'trino' })
  await expect(rowsOf(source, 'select nope')).rejects.toMatchObject({
    code: 'statement-failed',
    message: 'no such column: nope',
  })
  expect(calls()).toBe(1)
})

test('behavior: a source that is down at start is used as soon as it is up', async () => {
  const folder = folderOf(files)
  const first = await startLakehouse({ folder, port: 0 })
  const { url, port } = first
  await first.close()
  const source = opened('lakehouse', { mcp: { url }, dialect: 'duckdb' }, { pauseMs: 1 })
  await expect(rowsOf(source, 'select 1')).rejects.toMatchObject({ code: 'source-unavailable' })
  const second = await startLakehouse({ folder, port })
  cleanups.push(second.close)
  expect((await rowsOf(source, 'select count(*) from orders')).rows).toEqual([['2']])
})

test('behavior: a source that restarts is used on', async () => {
  const folder = folderOf(files)
  const first = await startLakehouse({ folder, port: 0 })
  const source = opened('lakehouse', { mcp: { url: first.url }, dialect: 'duckdb' })
  await rowsOf(source, 'select 1')
  await first.close()
  const second = await startLakehouse({ folder, port: first.port })
  cleanups.push(second.close)
  expect((await rowsOf(source, 'select count(*) from orders')).rows).toEqual([['2']])
})

test('behavior: an Arrow link to somewhere else is not followed', async () => {
  let visits = 0
  const elsewhere = await listening(createServer((_request, response) => response.end(String(++visits))))
  const link = { type: 'resource_link', uri: elsewhere, name: 'x', mimeType: 'application/vnd.apache.arrow.stream' }
  const { url } = await foreignServer(() => ({ content: [link, ...text([{ a: 1 }]).content] }))
  const source = opened('foreign', { mcp: { url }, dialect: 'trino' })
  expect((await rowsOf(source, 'select 1')).rows).toEqual([['1']])
  expect(visits).toBe(0)
})

test('behavior: leaving the rows early stops the statement at the source', async () => {
  const lakehouse = await startLakehouse({ folder: folderOf(files), port: 0 })
  cleanups.push(lakehouse.close)
  const source = opened('lakehouse', { mcp: { url: lakehouse.url }, dialect: 'duckdb' })
  const { batches } = await source.query('select a.i from range(1000000) a(i), range(1000) b(j)', { signal })
  for await (const _ of batches) break
  await expect.poll(() => lakehouse.openStatements(), { timeout: 5_000 }).toBe(0)
})

test('behavior: cancelling stops the statement at the source', async () => {
  const lakehouse = await startLakehouse({ folder: folderOf(files), port: 0 })
  cleanups.push(lakehouse.close)
  const source = opened('lakehouse', { mcp: { url: lakehouse.url }, dialect: 'duckdb' })
  const controller = new AbortController()
  const running = source.query('select count(*) from range(100000000000) t(i) where hash(i) % 7 = 3', {
    signal: controller.signal,
  })
  await expect.poll(() => lakehouse.openStatements(), { timeout: 5_000 }).toBe(1)
  controller.abort()
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  await expect.poll(() => lakehouse.openStatements(), { timeout: 5_000 }).toBe(0)
})
