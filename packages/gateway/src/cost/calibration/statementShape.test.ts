import { expect, test } from 'vitest'
import { statementShape } from './statementShape.ts'

const shapeOf = (sql: string) => statementShape(sql, 'duckdb')
const plain = shapeOf('select a from t where b in (1) and c = 2')

test.each([
  ['other values', "select a from t where b in (7) and c = 'x'"],
  ['a longer list', 'select a from t where b in (1, 2, 3) and c = 4'],
  ['a list of texts', "select a from t where b in ('1', '2') and c = 4"],
  ['keys that are not known yet', 'select a from t where b in (NULL) and c = 4'],
  ['spacing, case and comments', 'SELECT a\nFROM t -- all\nWHERE b IN (1) AND c = 2'],
])('behavior: %s are of the same shape', (_case, sql) => {
  expect(shapeOf(sql)).toBe(plain)
})

test.each([
  ['another column', 'select d from t where b in (1) and c = 2'],
  ['another comparison', 'select a from t where b in (1) and c > 2'],
  ['another table', 'select a from u where b in (1) and c = 2'],
])('behavior: %s is another shape', (_case, sql) => {
  expect(shapeOf(sql)).not.toBe(plain)
})

test('behavior: gives no value away', () => {
  expect(shapeOf("select a from t where name = 'Ann Smith'")).toMatch(/^[\w-]{43}$/)
})
