import { expect, test } from 'vitest'
import { columnName, identifier, literal } from './sqlText.ts'

test.each([
  ['duckdb', `O'Malley`, `'O''Malley'`],
  ['databricks', `O'Malley \\ Co`, `'O\\'Malley \\\\ Co'`],
  ['duckdb', 'a {{keys}} b', `'a ' || '{{' || 'keys}}' || ' b'`],
] as const)('a text in %s', (dialect, text, sql) => expect(literal(text, dialect)).toBe(sql))

test.each([
  ['duckdb', 'orders', 'orders'],
  ['duckdb', 'order', '"order"'],
  ['postgresql', 'Order "Month"', '"Order ""Month"""'],
  ['databricks', 'a`b', '`a``b`'],
] as const)('a name in %s', (dialect, name, sql) => expect(identifier(name, dialect)).toBe(sql))

test.each([
  ['Order Month', 'order_month'],
  ['grossMargin', 'gross_margin'],
  ['Gross margin %', 'gross_margin_percent'],
  ['', 'value'],
])('%s as a column', (name, column) => expect(columnName(name)).toBe(column))
