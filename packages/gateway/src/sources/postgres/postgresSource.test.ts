import type { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmptyDatabase } from '../../testing/emptyDatabase.ts'
import type { Source } from '../port.ts'
import { createPostgresSource } from './postgresSource.ts'

let database: PGlite
let server: PGLiteSocketServer
let source: Source
const signal = new AbortController().signal

beforeAll(async () => {
  database = await openEmptyDatabase()
  await database.exec(`
    create table accounts (id bigint primary key, name text not null, revenue numeric(14,2), tier int, since timestamptz, local timestamp, born date, active boolean, extra jsonb);
    comment on table accounts is 'Customers';
    comment on column accounts.revenue is 'Annual, in USD';
    insert into accounts select i, 'Account ' || i, i * 1.25, i % 3, '2026-01-02 03:04:05.123456+02', '2026-01-02 03:04:05', '1999-12-31', i % 2 = 0, '{"a": 1}' from generate_series(1, 25000) i`)
  server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: 20 })
  const listening = new Promise<number>((resolve) =>
    server.addEventListener('listening', (event) => resolve((event as CustomEvent<{ port: number }>).detail.port)),
  )
  await server.start()
  const url = `postgres://postgres@127.0.0.1:${await listening}/postgres`
  source = createPostgresSource({ id: 'crm', title: 'CRM', url, timeoutMs: 10_000, now: Date.now })
})
afterAll(async () => {
  await source.close()
  await server.stop()
  await database.close()
})

async function rowsOf(sql: string, maxRows?: number) {
  const result = await source.query(sql, { signal, maxRows })
  const rows = []
  for await (const batch of result.batches) rows.push(...batch.rows())
  return { columns: result.columns, rows, truncated: result.truncated() }
}

test('default: exact values, moments as they were written', async () => {
  const { columns, rows } = await rowsOf('select * from accounts where id = 2')
  expect(columns.map(({ type }) => type)).toEqual([
    'integer',
    'text',
    'decimal',
    'integer',
    'timestamp',
    'timestamp',
    'date',
    'boolean',
    'struct',
  ])
  expect(rows).toEqual([
    [
      '2',
      'Account 2',
      '2.50',
      2,
      '2026-01-02T01:04:05.123456Z',
      '2026-01-02T03:04:05.000',
      '1999-12-31',
      true,
      '{"a": 1}',
    ],
  ])
})

test('behavior: a computed number keeps all of its digits', async () => {
  const { columns, rows } = await rowsOf('select sum(revenue) as total, 1/3::numeric as third from accounts')
  expect(columns[0]).toEqual({ name: 'total', type: 'decimal', scale: 2 })
  expect(rows).toEqual([['390640625.00', '0.33333333333333333333']])
})

test('behavior: no rows, but columns', async () => {
  const { columns, rows } = await rowsOf('select id, name from accounts where false')
  expect(columns.map(({ name }) => name)).toEqual(['id', 'name'])
  expect(rows).toEqual([])
})

test('behavior: many rows stream, in order', async () => {
  const { rows } = await rowsOf('select id, revenue from accounts order by id')
  expect(rows).toHaveLength(25_000)
  expect(rows[24_999]).toEqual(['25000', '31250.00'])
})

test('parameters: maxRows', async () => {
  expect(await rowsOf('select id from accounts', 10)).toMatchObject({ rows: { length: 10 }, truncated: true })
})

test.each([
  ['delete from accounts', /read-only/],
  ['select 1; select 2', /multiple commands/],
  ['select nope from accounts', /"nope" does not exist/],
  ['select * from missing', /"missing" does not exist/],
])('behavior: %s fails in the words of Postgres', async (sql, message) => {
  await expect(rowsOf(sql)).rejects.toMatchObject({
    code: 'statement-failed',
    message: expect.stringMatching(message),
    source: 'crm',
  })
  expect((await rowsOf('select count(*) from accounts')).rows).toEqual([['25000']])
})

test('behavior: statements at once do not disturb each other', async () => {
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, index) => rowsOf(`select ${index} as n from accounts limit 3`)),
  )
  expect(results.map(({ rows }) => rows)).toEqual(Array.from({ length: 6 }, (_, index) => [[index], [index], [index]]))
})

test('behavior: leaving the rows early frees the connection', async () => {
  for (let round = 0; round < 10; round++) {
    const { batches } = await source.query('select * from accounts', { signal })
    for await (const _ of batches) break
  }
  expect((await rowsOf('select 1 as one')).rows).toEqual([[1]])
})

test('default: describe, with comments', async () => {
  const [table] = await source.describe({ signal })
  expect(table).toMatchObject({ name: 'accounts', comment: 'Customers' })
  expect(table?.columns[2]).toEqual({
    name: 'revenue',
    sourceType: 'numeric(14,2)',
    type: 'decimal',
    nullable: true,
    comment: 'Annual, in USD',
  })
})

test('default: an estimate tells rows, and that bytes are unknown', async () => {
  expect(await source.estimate('select * from accounts', { signal })).toMatchObject({
    rows: expect.any(Number),
    bytesScanned: null,
    confidence: 'none',
  })
})

test('behavior: a Postgres that is not there is unavailable', async () => {
  const gone = createPostgresSource({
    id: 'crm',
    title: 'CRM',
    url: 'postgres://localhost:1/x',
    timeoutMs: 5_000,
    now: Date.now,
  })
  await expect(gone.query('select 1', { signal })).rejects.toMatchObject({
    code: 'source-unavailable',
    message: 'The CRM is currently unavailable.',
  })
  await gone.close()
})
