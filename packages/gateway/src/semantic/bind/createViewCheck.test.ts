import type { CatalogTable } from '@lakefront/contract'
import { expect, test } from 'vitest'
import type { MetricView, ViewJoin } from '../port.ts'
import { createViewCheck } from './createViewCheck.ts'

const join = (table: string, joins: readonly ViewJoin[] = []): ViewJoin => ({
  name: table,
  table,
  using: ['id'],
  joins,
})

function view(table: string, joins: readonly ViewJoin[] = []): MetricView {
  return { name: 'sales', sourceId: 'lakehouse', dialect: 'duckdb', table, joins, dimensions: [], measures: [] }
}

const list = (...names: readonly string[]): CatalogTable[] => names.map((name) => ({ name, columns: [] }))

function see(seen: MetricView, tables: readonly CatalogTable[], source = 'lakehouse') {
  const told: string[] = []
  const check = createViewCheck({ views: new Map([['sales', seen]]), entities: new Map() }, (message) =>
    told.push(message),
  )
  check.see(source, tables)
  return { check, told }
}

test('default: a view that reads what there is', () => {
  expect(see(view('orders', [join('accounts')]), list('orders', 'accounts', 'more'))).toMatchObject({ told: [] })
})

test.each([
  ['its own table', view('orderz')],
  ['a joined one', view('orders', [join('orderz')])],
  ['one joined to that', view('orders', [join('orders', [join('orderz')])])],
])('behavior: names what is not listed: %s', (_case, seen) => {
  const { check, told } = see(seen, list('orders'))
  expect([...check.broken]).toEqual(['sales'])
  expect(told).toEqual(['The view "sales" reads orderz, which the source "lakehouse" does not list.'])
})

test.each([
  ['a longer name', view('main.sales.orders'), list('orders')],
  ['a shorter name', view('orders'), list('main.sales.Orders')],
  ['quotes', view('`main`.`orders`'), list('main.orders')],
  ['a statement of its own', view('(select 1 as one)'), list('orders')],
  ['a catalog that lists nothing', view('orders'), []],
])('behavior: lets %s be', (_case, seen, tables) => {
  expect(see(seen, tables).told).toEqual([])
})

test('behavior: another source’s catalog is none of its business; said once, and over once the table is there', () => {
  expect(see(view('orders'), list('accounts'), 'crm').told).toEqual([])
  const { check, told } = see(view('orders'), list('accounts'))
  check.see('lakehouse', list('accounts'))
  expect(told).toHaveLength(1)
  check.see('lakehouse', list('orders'))
  expect(check.broken.size).toBe(0)
})
