import { expect, test } from 'vitest'
import type { Dialect } from '../../sources/port.ts'
import { parseMetricView } from '../load/parseMetricView.ts'
import { compileNode, joinsOf, lineageOf } from './compileExpression.ts'
import { resolveMember } from './resolveExpression.ts'

const view = parseMetricView(
  `
version: 1.1
source: order_lines
joins:
  - name: product
    source: products
    "on": source.product_id = product.id
    joins:
      - { name: brand, source: brands, using: [brand_id] }
dimensions:
  - { name: order_date, expr: order_date }
  - { name: brand_name, expr: product.brand.name }
  - { name: net, expr: price * quantity }
  - { name: day, expr: CAST(ordered_at AS DATE) }
  - { name: lenient_day, expr: TRY_CAST(ordered_at AS DATE) }
measures:
  - { name: revenue, expr: SUM(net) }
  - { name: orders, expr: COUNT(DISTINCT order_id) }
  - { name: per_order, expr: "try_divide(MEASURE(revenue), MEASURE(orders))" }
  - { name: circle, expr: MEASURE(circle) + 1 }
  - { name: lost, expr: MEASURE(nothing) }
`,
  { file: 'sales.yaml', name: 'sales', source: 'lakehouse' },
)
const member = (name: string) => [...view.dimensions, ...view.measures].find((candidate) => candidate.name === name)!
const compile = (name: string, dialect: Dialect) =>
  compileNode(view, resolveMember(view, member(name)), { dialect, qualified: true })

test.each<[string, Dialect, string]>([
  ['revenue', 'duckdb', 'SUM((order_lines.price * order_lines.quantity))'],
  ['brand_name', 'duckdb', 'brand.name'],
  ['day', 'duckdb', 'CAST(order_lines.ordered_at AS DATE)'],
  ['lenient_day', 'duckdb', 'TRY_CAST(order_lines.ordered_at AS DATE)'],
  [
    'per_order',
    'duckdb',
    'SUM((order_lines.price * order_lines.quantity)) / NULLIF(COUNT(DISTINCT order_lines.order_id), 0)',
  ],
  [
    'per_order',
    'postgresql',
    'CAST(SUM((order_lines.price * order_lines.quantity)) AS DOUBLE PRECISION) / NULLIF(COUNT(DISTINCT order_lines.order_id), 0)',
  ],
  [
    'per_order',
    'sqlite',
    'CAST(SUM((order_lines.price * order_lines.quantity)) AS REAL) / NULLIF(COUNT(DISTINCT order_lines.order_id), 0)',
  ],
])('%s in %s', (name, dialect, sql) => expect(compile(name, dialect)).toBe(sql))

test('behavior: only the joins that are needed, with those they hang on', () => {
  expect([...joinsOf(view, [resolveMember(view, member('brand_name'))])]).toEqual(['brand', 'product'])
  expect([...joinsOf(view, [resolveMember(view, member('revenue'))])]).toEqual([])
})

test('behavior: lineage names the columns of tables', () => {
  expect(lineageOf(view, resolveMember(view, member('revenue')))).toEqual([
    'lakehouse.order_lines.price',
    'lakehouse.order_lines.quantity',
  ])
})

test('behavior: circles and unknown measures are refused', () => {
  expect(() => resolveMember(view, member('circle'))).toThrow('goes in a circle')
  expect(() => resolveMember(view, member('lost'))).toThrow('has no measure "nothing"')
})
