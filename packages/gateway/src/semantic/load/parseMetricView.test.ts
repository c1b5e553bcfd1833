import { expect, test } from 'vitest'
import { parseMetricView } from './parseMetricView.ts'

const options = { file: 'sales.yaml', name: 'sales', source: 'lakehouse' }
const minimal = 'version: 1.1\nsource: orders\nmeasures:\n  - { name: revenue, expr: SUM(amount) }\n'

test('default', () => {
  const view = parseMetricView(
    `
version: 1.1
source: main.sales.orders
filter: status <> 'Test'
joins:
  - name: customer
    source: customers
    "on": source.customer_id = customer.id
    joins:
      - { name: nation, source: nations, using: [nation_id] }
fields:
  - { name: Order Month, expr: "date_trunc('month', order_date)", format: { type: date }, synonyms: [month] }
measures:
  - name: revenue
    expr: SUM(amount)
    format: { type: currency, currency_code: EUR, decimal_places: { type: exact, places: 2 } }
`,
    options,
  )
  expect(view).toMatchObject({
    name: 'sales',
    sourceId: 'lakehouse',
    dialect: 'databricks',
    table: 'main.sales.orders',
    filter: "status <> 'Test'",
    joins: [{ name: 'customer', joins: [{ name: 'nation', using: ['nation_id'] }] }],
    dimensions: [{ name: 'Order Month', displayName: 'Order month', type: 'date', synonyms: ['month'] }],
    measures: [{ displayName: 'Revenue', format: { unit: 'currency', currency: 'EUR', scale: 2 } }],
    timeDimension: 'Order Month',
  })
})

test('parameters: table', () => {
  expect(parseMetricView(minimal, { ...options, table: 'orders_2' }).table).toBe('orders_2')
})

test.each([
  ['an unknown key', `${minimal}metrics: []\n`, 'sales.yaml: unknown key metrics'],
  ['a version to come', minimal.replace('1.1', '9'), 'sales.yaml: version: expected 1.1, got "9"'],
  [
    'a join without a condition',
    `${minimal}joins:\n  - { name: a, source: b }\n`,
    'sales.yaml: joins[0]: needs either "on" or "using"',
  ],
  [
    'a window measure',
    minimal.replace(' }', ', window: [] }'),
    'sales.yaml: measures[0].window: window measures are not supported',
  ],
  [
    'a statement behind a measure',
    minimal.replace('SUM(amount)', 'SUM(amount); drop table orders'),
    'sales.yaml: measures "revenue": "SUM(amount); drop table orders" is not one SQL expression',
  ],
  [
    'a measure that is not SQL',
    minimal.replace('SUM(amount)', '"SUM(amount"'),
    'sales.yaml: measures "revenue": "SUM(amount" is not one SQL expression',
  ],
  [
    'two members of one name',
    `${minimal}dimensions:\n  - { name: Revenue, expr: a }\n`,
    'two members are called "revenue"',
  ],
  ['no YAML', '{{', 'sales.yaml: '],
])('behavior: refuses %s', (_name, text, message) => {
  expect(() => parseMetricView(text, options)).toThrow(message)
})
