import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageKind, rowCountOf, splitMessages } from '../arrow/frames.ts'
import { type Lakehouse, startLakehouse } from './startLakehouse.ts'

let lakehouse: Lakehouse
let client: Client
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lakefront-lakehouse-'))
  mkdirSync(join(folder, 'lines'))
  const connection = await (await DuckDBInstance.create()).connect()
  for (const year of [2024, 2025]) {
    await connection.run(`copy (select range as id, ${year} as year, range % 10 as kind, (range / 7)::decimal(12,2) as amount,
      md5(range::varchar) as note from range(50000)) to '${folder}/lines/${year}.parquet'`)
  }
  writeFileSync(join(folder, 'regions.csv'), 'id,name\n1,Ohio\n2,NULL\n')
  writeFileSync(join(folder, 'tags.json'), '[{"id": 1, "tags": ["a", "b"]}]')
  lakehouse = await startLakehouse({ folder, port: 0, nullText: ['NULL'] })
  client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(new StreamableHTTPClientTransport(new URL(lakehouse.url)))
})
afterAll(async () => {
  await client.close()
  await lakehouse.close()
})

type Result = {
  // biome-ignore lint/suspicious/noExplicitAny: a tool's answer is what the tests look into
  structuredContent: any
  isError?: boolean
  content: { type: string; text: string; uri: string }[]
}

async function call(name: string, input: Record<string, unknown> = {}): Promise<Result> {
  return (await client.callTool({ name, arguments: input })) as unknown as Result
}

function linkOf({ content }: Result): string {
  return content.find(({ type }) => type === 'resource_link')!.uri
}

async function endOf(response: Response) {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  return { messages: splitMessages(bytes).length, end: JSON.parse(text.slice(text.lastIndexOf('{"rowCount"'))) }
}

test('default: the first rows at once, all of them under a link', async () => {
  const result = await call('execute_sql', {
    sql: 'select id, amount from lines where year = 2025 order by id',
    pageSize: 2,
  })
  expect(result.structuredContent).toMatchObject({
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'amount', type: 'decimal', scale: 2 },
    ],
    rows: [
      ['0', '0.00'],
      ['1', '0.14'],
    ],
    rowCount: null,
  })
  const { end } = await endOf(await fetch(linkOf(result)))
  expect(end).toMatchObject({ rowCount: 50_000, truncated: false })
  expect(end.bytesScanned).toBeGreaterThan(10_000)
})

test('default: a small result comes whole, without a link', async () => {
  const { structuredContent, content } = await call('execute_sql', { sql: 'select * from regions order by id' })
  expect(structuredContent).toMatchObject({
    rows: [
      ['1', 'Ohio'],
      ['2', null],
    ],
    rowCount: 2,
    bytesScanned: 22,
  })
  expect(content.every(({ type }) => type === 'text')).toBe(true)
})

test('default: list_tables', async () => {
  const { tables } = (await call('list_tables')).structuredContent
  expect(tables.map(({ name }: { name: string }) => name)).toEqual(['lines', 'regions', 'tags'])
  expect(tables[0]).toMatchObject({
    rowCountEstimate: 100_000,
    columns: expect.arrayContaining([{ name: 'amount', sourceType: 'DECIMAL(12,2)', type: 'decimal' }]),
  })
})

test('behavior: the largest few rows are estimated too', async () => {
  const { structuredContent } = await call('estimate_sql', {
    sql: 'select note, amount from lines where year % 2 = 0 order by amount desc limit 3',
  })
  expect(structuredContent).toMatchObject({ confidence: 'upper-bound', bytesScanned: { high: expect.any(Number) } })
})

test('behavior: an estimate counts the columns that are read, and grows with them', async () => {
  const narrow = await call('estimate_sql', { sql: 'select sum(amount) from lines' })
  const wide = await call('estimate_sql', { sql: 'select max(note), sum(amount) from lines' })
  const bytesOf = ({ structuredContent }: Result) => structuredContent.bytesScanned.high
  expect(bytesOf(narrow)).toBeGreaterThan(50_000)
  expect(bytesOf(wide)).toBeGreaterThan(bytesOf(narrow) * 3)
})

test.each([
  'select count(*) from lines',
  'select sum(amount) from lines',
  'select count(*) from lines where year = 2024',
  'select count(note) from lines where kind = 3',
  'select kind, sum(amount) from lines where kind in (3, 4) and year = 2024 group by kind',
  `select max(amount) from lines where note = '202cb962ac59075b964b07152d234b70'`,
  'select note from lines order by amount desc limit 3',
])('behavior: reading never passes the upper bound: %s', async (sql) => {
  const { structuredContent: estimate } = await call('estimate_sql', { sql })
  const { structuredContent: run } = await call('execute_sql', { sql })
  expect(estimate.confidence).toBe('upper-bound')
  expect(run.bytesScanned).toBeLessThanOrEqual(estimate.bytesScanned.high)
  expect(run.bytesScanned).toBeGreaterThan(0)
})

test('behavior: a year that no row group of a file holds is not counted', async () => {
  const all = await call('estimate_sql', { sql: 'select sum(amount) from lines' })
  const one = await call('estimate_sql', { sql: 'select sum(amount) from lines where year = 2024' })
  const expectedOf = ({ structuredContent }: Result) => structuredContent.bytesScanned.expected
  expect(expectedOf(one)).toBeLessThan(expectedOf(all))
})

test('parameters: maxRows stops the stream and says so', async () => {
  const result = await call('execute_sql', { sql: 'select * from lines', maxRows: 3_000, pageSize: 0 })
  const { end } = await endOf(await fetch(linkOf(result)))
  expect(end.truncated).toBe(true)
  expect(end.rowCount).toBeLessThan(100_000)
})

test('behavior: a link is for one reader, and cannot be guessed', async () => {
  const uri = linkOf(await call('execute_sql', { sql: 'select * from lines', pageSize: 0 }))
  await (await fetch(uri)).arrayBuffer()
  expect((await fetch(uri)).status).toBe(404)
  expect((await fetch(`${new URL(uri).origin}/results/x`)).status).toBe(404)
})

function post(statement: Record<string, unknown>, init: RequestInit = {}): Promise<Response> {
  const body = JSON.stringify(statement)
  return fetch(`${new URL(lakehouse.url).origin}/statements`, { method: 'POST', body, ...init })
}

test('default: a statement that is posted is answered by all of its rows', async () => {
  const { messages, end } = await endOf(await post({ sql: 'select id from lines' }))
  expect(messages).toBeGreaterThan(2)
  expect(end).toMatchObject({ rowCount: 100_000, truncated: false })
  expect(end.bytesScanned).toBeGreaterThan(10_000)
})

test('parameters: maxRows of a posted statement', async () => {
  expect((await endOf(await post({ sql: 'select * from lines', maxRows: 3_000 }))).end).toMatchObject({
    truncated: true,
  })
})

test.each([
  [{ sql: 'drop view lines' }, 'statement-refused'],
  [{ sql: 'select nope from lines' }, 'statement-failed'],
  [{ sql: 'select 1', maxRows: 0 }, 'invalid-input'],
  [{}, 'invalid-input'],
])('behavior: the posted statement %j is answered %s', async (statement, code) => {
  expect((await endOf(await post(statement))).end).toMatchObject({ rowCount: 0, error: { code } })
})

test('behavior: a posted statement tells how far it is, and whoever hangs up stops it', async () => {
  const controller = new AbortController()
  const sql = 'select count(*) from lines a, lines b, lines c where hash(a.id + b.id + c.id) % 7 = 3'
  const { body } = await post({ sql }, { signal: controller.signal })
  const { value } = await body!.getReader().read()
  expect(JSON.parse(new TextDecoder().decode(value).split('\n')[0]!)).toEqual({ percent: expect.any(Number) })
  expect(lakehouse.openStatements()).toBe(1)
  controller.abort()
  await expect.poll(lakehouse.openStatements).toBe(0)
})

test('parameters: columnsFirst sends the columns before the statement runs, then signs of life', async () => {
  const controller = new AbortController()
  const sql = 'select count(*) from lines a, lines b, lines c where hash(a.id + b.id + c.id) % 7 = 3'
  const { body } = await post({ sql, columnsFirst: true }, { signal: controller.signal })
  const reader = body!.getReader()
  const kinds = [messageKind((await reader.read()).value!)]
  const { value: alive } = await reader.read()
  kinds.push(messageKind(alive!))
  expect(kinds).toEqual(['schema', 'batch'])
  expect(rowCountOf(alive!)).toBe(0)
  expect(lakehouse.openStatements()).toBe(1)
  controller.abort()
  await expect.poll(lakehouse.openStatements).toBe(0)
})

test('parameters: columnsFirst changes nothing of what comes', async () => {
  const sql = 'select id, id, amount, note from lines'
  const rowsOf = async (response: Response) => {
    const bytes = Buffer.from(await response.arrayBuffer())
    return bytes.subarray(0, bytes.lastIndexOf('{"rowCount"'))
  }
  const usual = await rowsOf(await post({ sql }))
  expect(usual.length).toBeGreaterThan(1_000_000)
  expect(usual.equals(await rowsOf(await post({ sql, columnsFirst: true })))).toBe(true)
})

test.each([
  ['drop view lines', 'statement-refused'],
  ['select 1; select 2', 'statement-refused'],
  [`copy lines to 'x.csv'`, 'statement-refused'],
  [`select * from read_csv('/etc/passwd')`, 'statement-refused'],
  [`select * from '/etc/passwd'`, 'statement-refused'],
  ['select * from duckdb_logs', 'statement-refused'],
  ['set memory_limit = 1', 'statement-refused'],
  ['select nope from lines', 'statement-failed'],
  [`select 'x'::int from lines`, 'statement-failed'],
])('behavior: %s is answered %s', async (sql, code) => {
  const result = await call('execute_sql', { sql })
  expect(result).toMatchObject({ isError: true, _meta: { 'dev.lakefront/error': { error: { code } } } })
})

test('behavior: an error after the first rows ends the stream with its reason', async () => {
  const sql = `select case when i = 9000000 then error('late') else i end from range(10000000) t(i)`
  const { end } = await endOf(await fetch(linkOf(await call('execute_sql', { sql, pageSize: 0 }))))
  expect(end.error).toMatchObject({ code: 'statement-failed', message: expect.stringContaining('failed') })
})

test('behavior: cancelling the call interrupts the statement', async () => {
  const controller = new AbortController()
  const sql = 'select count(*) from range(100000000000) a(i) where hash(i) % 7 = 3'
  const running = client.callTool({ name: 'execute_sql', arguments: { sql } }, { signal: controller.signal })
  setTimeout(() => controller.abort(), 200)
  await expect(running).rejects.toThrow()
  // Were the statement still running, its threads would keep this one waiting.
  const startedAt = performance.now()
  await call('execute_sql', { sql: 'select sum(amount) from lines' })
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

test('behavior: a reader that goes away stops the statement, and nothing else', async () => {
  for (let round = 0; round < 5; round++) {
    const sql = 'select a.id, b.note from lines a, lines b'
    const response = await fetch(linkOf(await call('execute_sql', { sql, pageSize: 0 })))
    const reader = response.body!.getReader()
    await reader.read()
    await reader.cancel()
  }
  expect((await call('execute_sql', { sql: 'select count(*) from lines' })).structuredContent).toMatchObject({
    rows: [['100000']],
  })
})

test('behavior: a peer of the 2025 era is served too, errors included', async () => {
  const old = new OldClient({ name: 'old', version: '1' })
  await old.connect(new OldTransport(new URL(lakehouse.url)) as never)
  await old.listTools()
  const result = await old.callTool({ name: 'execute_sql', arguments: { sql: 'select 1 as one' } })
  expect(result.structuredContent).toMatchObject({ rows: [[1]] })
  expect(await old.callTool({ name: 'execute_sql', arguments: { sql: 'select nope' } })).toMatchObject({
    isError: true,
  })
  await old.close()
})

test('behavior: a port in use is named', async () => {
  await expect(startLakehouse({ folder, port: lakehouse.port })).rejects.toThrow(`Port ${lakehouse.port} is in use`)
})

test('behavior: a page of another site cannot call it', async () => {
  const response = await fetch(lakehouse.url, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: '{}',
  })
  expect(response.status).toBe(403)
})

test('behavior: a changed file changes the next answer', async () => {
  writeFileSync(join(folder, 'regions.csv'), 'id,name\n1,Ohio\n2,Erie\n3,Akron\n')
  expect((await call('execute_sql', { sql: 'select count(*) from regions' })).structuredContent).toMatchObject({
    rows: [['3']],
  })
})
