import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { generateErp } from '../data/erp.ts'
import { generateLakehouse } from '../data/lakehouse.ts'
import { askErp, makeFolder, testScale } from '../data/testData.ts'
import type { Rowset } from './query.ts'
import { type RunningErp, startErp } from './server.ts'

let erp: RunningErp
let file: string
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await makeFolder()
  remove = made.remove
  file = join(made.folder, 'erp.sqlite')
  await generateLakehouse(made.folder, { scale: testScale })
  await generateErp(file, made.folder)
  erp = await startErp({ port: 0, file })
}, 60_000)
afterAll(async () => {
  await erp.close()
  await remove()
})

async function connect(mode: 'auto' | 'legacy' = 'auto'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, mode === 'auto' ? { versionNegotiation: { mode } } : {})
  await client.connect(new StreamableHTTPClientTransport(new URL(erp.url)))
  onTestFinished(() => client.close())
  return client
}

async function run(sql: string, maxRows?: number): Promise<Rowset> {
  const client = await connect()
  const result = await client.callTool({ name: 'execute_sql', arguments: { sql, ...(maxRows && { maxRows }) } })
  if (result.isError) throw new Error(JSON.stringify(result.content))
  return result.structuredContent as Rowset
}

test.each(['auto', 'legacy'] as const)('default: %s peers', async (mode) => {
  const client = await connect(mode)
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['list_tables', 'execute_sql'])
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
  const result = await client.callTool({
    name: 'execute_sql',
    arguments: { sql: 'SELECT count(*) AS n FROM inventory' },
  })
  expect(result.structuredContent).toEqual({
    columns: [{ name: 'n', type: 'BIGINT' }],
    rows: [['4800']],
    rowCount: 1,
    truncated: false,
  })
  expect(result.content).toEqual([{ type: 'text', text: JSON.stringify(result.structuredContent) }])
})

test('behavior: lists tables with types and comments, and nothing internal', async () => {
  const client = await connect()
  const { structuredContent } = await client.callTool({ name: 'list_tables', arguments: {} })
  const { tables } = structuredContent as {
    tables: { name: string; columns: { name: string; type: string; comment: string }[] }[]
  }
  expect(tables.map(({ name }) => name)).toEqual([
    'credit',
    'inventory',
    'invoices',
    'order_lines',
    'orders',
    'shipments',
  ])
  const orders = tables.find(({ name }) => name === 'orders')
  expect(orders?.columns.find(({ name }) => name === 'total_amount')).toMatchObject({ type: 'DECIMAL(14,2)' })
  expect(orders?.columns.find(({ name }) => name === 'status')?.comment).toContain('Picking')
})

test('behavior: money is exact, read or summed', async () => {
  const { columns, rows } = await run(
    'SELECT order_id, total_amount_cents, total_amount, order_date FROM orders',
    100_000,
  )
  expect(columns.map(({ type }) => type)).toEqual(['BIGINT', 'BIGINT', 'DECIMAL(14,2)', 'DATE'])
  expect(rows.length).toBeGreaterThan(2_000)
  for (const [, cents, amount] of rows)
    expect(
      String(amount)
        .replace('.', '')
        .replace(/^(-?)0+(?=\d)/, '$1'),
    ).toBe(cents)

  const total = rows.reduce((sum, [, cents]) => sum + BigInt(String(cents)), 0n)
  const summed = await run(
    'SELECT sum(total_amount_cents) AS cents, sum(total_amount_cents) / 100.0 AS total FROM orders',
  )
  expect(summed.rows[0]?.[0]).toBe(String(total))
  expect(Number(summed.rows[0]?.[1]).toFixed(2).replace('.', '')).toBe(String(total))
})

test('behavior: 64-bit integers keep every digit, truth values are truth values', async () => {
  const { rows } = await run(
    'SELECT 9007199254740993 AS big, on_hold, 1.5 AS half, NULL AS missing FROM credit LIMIT 1',
  )
  expect(rows[0]?.[0]).toBe('9007199254740993')
  expect(rows[0]?.[1]).toBeTypeOf('boolean')
  expect(rows[0]?.slice(2)).toEqual([1.5, null])
})

test('parameters: maxRows says that it cut', async () => {
  expect(await run('SELECT sku FROM inventory', 10)).toMatchObject({ rowCount: 10, truncated: true })
  expect(await run('SELECT sku FROM inventory LIMIT 10', 10)).toMatchObject({ rowCount: 10, truncated: false })
})

test('behavior: finds names however they are written', async () => {
  expect((await run(`SELECT lower(strip_accents('Raúl O’Neill, ZOË Ñandú'))`)).rows).toEqual([
    ['raul o’neill, zoe nandu'],
  ])
})

test.each([
  ['a second statement', 'SELECT 1; SELECT 2'],
  ['a second statement behind a comment', 'SELECT 1; /* x */ DELETE FROM orders'],
  ['delete', 'DELETE FROM orders'],
  ['update', `UPDATE orders SET status = 'Open'`],
  ['a table of its own', 'CREATE TEMP TABLE x AS SELECT 1'],
  ['pragma', 'PRAGMA query_only = OFF'],
  ['a pragma read as a table', `SELECT * FROM pragma_table_info('orders')`],
  ['attach', `ATTACH '/etc/passwd' AS x`],
  ['the schema', 'SELECT * FROM sqlite_schema'],
  [
    'a recursion that never ends',
    'WITH RECURSIVE c AS (SELECT 1 AS x UNION ALL SELECT x FROM c) SELECT count(*) FROM c',
  ],
  ['an extension', `SELECT load_extension('x')`],
  ['begin', 'BEGIN EXCLUSIVE'],
])('behavior: refuses %s', async (_name, sql) => {
  await expect(run(sql)).rejects.toThrow(/Only (one statement|selects)/)
})

test('behavior: a mistake is told, and the next statement runs', async () => {
  await expect(run('SELECT colour FROM orders')).rejects.toThrow('no such column: colour')
  expect((await run('SELECT 1 AS one -- the end;\n;')).rows).toEqual([['1']])
})

test('behavior: a cancelled call stops between rows and holds nobody up', async () => {
  const client = await connect()
  const stop = new AbortController()
  const sql = 'SELECT a.sku FROM inventory a, inventory b'
  const call = client.callTool({ name: 'execute_sql', arguments: { sql, maxRows: 200_000 } }, { signal: stop.signal })
  stop.abort()
  await expect(call).rejects.toThrow()
  expect((await run('SELECT 1 AS one')).rowCount).toBe(1)
})

test('behavior: what another process changes is in the next answer', async () => {
  const { DatabaseSync } = await import('node:sqlite')
  const writer = new DatabaseSync(file)
  writer.exec(
    `UPDATE orders SET total_amount_cents = total_amount_cents + 1 WHERE order_id = (SELECT min(order_id) FROM orders)`,
  )
  writer.close()
  const [[expected]] = askErp(file, 'SELECT total_amount_cents FROM orders ORDER BY order_id LIMIT 1') as [[string]]
  expect((await run('SELECT total_amount_cents FROM orders ORDER BY order_id LIMIT 1')).rows).toEqual([[expected]])
})

test('behavior: a port in use and a missing file are named', async () => {
  const other = createServer().listen(0, 'localhost')
  await new Promise((resolve) => other.once('listening', resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  await expect(startErp({ port, file })).rejects.toThrow(`Port ${port} is in use`)
  await expect(startErp({ port: 0, file: '/nowhere/erp.sqlite' })).rejects.toThrow(
    'no ERP database at /nowhere/erp.sqlite',
  )
})

test('behavior: pages of other sites are turned away', async () => {
  const response = await fetch(erp.url, { method: 'POST', headers: { origin: 'https://evil.example' }, body: '{}' })
  expect(response.status).toBe(403)
})
