import { expect, test } from 'vitest'
import { createAuditKeys } from '../chain/auditKeys.ts'
import { readsOf } from './readsOf.ts'
import { redactSql } from './redactSql.ts'
import { redactText, shortHash } from './redactText.ts'

const { hashValue } = createAuditKeys('a secret for tests that is long enough')
const hash = (value: string) => shortHash(value, hashValue)

test('default: a statement keeps its shape and loses its values', () => {
  const sql = `select a.name, sum(b.x * 1.5) from "my table" a -- for 'Zoë'
where t = 'O''Brien 🤷' and d > date '2025-01-01' /* secret */ limit 10`
  const redacted = redactSql(sql, 'duckdb', hashValue)
  expect(redacted).toBe(
    `select a.name, sum(b.x * '${hash('1.5')}') from "my table" a where t = '${hash("O'Brien 🤷")}' and d > date '${hash('2025-01-01')}' limit '${hash('10')}'`,
  )
})

test.each([
  ['postgresql', `select E'it\\'s', $$dollars$$, x'ff' from t where a = 'plain'`, 'select ?, ?, ? from t where a = ?'],
  ['databricks', `select r'raw', 'it\\'s', "double" from t where a = 1e5`, 'select ?, ?, ? from t where a = ?'],
  ['bigquery', `select b'bytes', """triple""", 'single' from t`, 'select ?, ?, ? from t'],
  ['snowflake', `select $$dollars$$, 'it''s' from t where a = -0.5`, 'select ?, ? from t where a = -?'],
] as const)('behavior: nothing of a value is left, in %s', (dialect, sql, shape) => {
  expect(redactSql(sql, dialect, hashValue).replace(/'#[\da-f]{16}'/g, '?')).toBe(shape)
})

test('behavior: thousands of pushed keys are one hash', () => {
  const keys = Array.from({ length: 50_000 }, (_, index) => `'key ${index}'`).join(', ')
  const redacted = redactSql(`select x from t where id in (${keys}) and n = 1`, 'duckdb', hashValue)
  expect(redacted).toBe(`select x from t where id in ('${hash(`(${keys})`)}') and n = '${hash('1')}'`)
})

test('behavior: what cannot be read is only a hash', () => {
  expect(redactSql(`select 'never closed`, 'duckdb', hashValue)).toMatch(/^unreadable #[\da-f]{16}$/)
})

test('default: tables and columns, through common tables', () => {
  const sql = `with c as (select id, name from crm.accounts where territory = 'Cleveland')
select c.name, sum(o.revenue - o.cost) as margin from order_lines o join c on c.id = o.account_id group by c.name`
  expect(readsOf(sql, 'duckdb')).toEqual({
    tables: ['crm.accounts', 'order_lines'],
    columns: expect.arrayContaining([
      'crm.accounts.id',
      'crm.accounts.name',
      'crm.accounts.territory',
      'order_lines.account_id',
      'order_lines.cost',
      'order_lines.revenue',
    ]),
  })
})

test('behavior: a star is all of a table', () => {
  expect(readsOf('select * from order_lines', 'duckdb')).toEqual({
    tables: ['order_lines'],
    columns: ['order_lines.*'],
  })
})

test.each([
  ['a union', 'select id from accounts union all (select no from orders) union select x from lines order by 1'],
  ['a union below', 'select * from (select id from accounts union select no from orders) as u join lines on x = u.id'],
  [
    'a union of common tables',
    'with a as (select id from accounts) select id from a union select no from orders, lines',
  ],
  [
    'texts that matter',
    "select id, no, x from accounts, orders, lines where day > interval '1 month' and 'union' = 'all'",
  ],
])('behavior: tables of %s', (_case, sql) => {
  expect(readsOf(sql, 'postgresql').tables).toEqual(['accounts', 'lines', 'orders'])
})

test('behavior: a star in one part of a union is all of that part’s tables only', () => {
  expect(readsOf(`select * from accounts union all select no from orders where no in ('a', 'b')`, 'duckdb')).toEqual({
    tables: ['accounts', 'orders'],
    columns: ['accounts.*', 'orders.no'],
  })
})

test.each([
  ['margin of zoe.smith+x@great-lakes.co.uk by month', `margin of [${hash('zoe.smith+x@great-lakes.co.uk')}] by month`],
  ['who is +1 (216) 555-0142?', `who is [${hash('+1 (216) 555-0142')}]?`],
  ['card 4111 1111 1111 1111', `card [${hash('4111 1111 1111 1111')}]`],
  ['orders since 2025-01-31 in the top 10 of 2026', 'orders since 2025-01-31 in the top 10 of 2026'],
])('behavior: personal data in %j', (question, redacted) => {
  expect(redactText(question, hashValue)).toBe(redacted)
})

test('behavior: the same value is the same hash for one team, and another for another', () => {
  const other = createAuditKeys('another secret for tests, long enough')
  expect(hash('Cleveland')).toBe(hash('Cleveland'))
  expect(shortHash('Cleveland', other.hashValue)).not.toBe(hash('Cleveland'))
})
