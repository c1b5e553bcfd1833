import { expect, test } from 'vitest'
import { parseExpression, writeExpression } from '../sqlTree.ts'
import { decompose, isAdditive } from './decompose.ts'

const read = (sql: string) => parseExpression(sql, 'databricks')
const write = (node: Parameters<typeof writeExpression>[0]) => writeExpression(node, 'databricks', 'duckdb')

test.each([
  ['sum(revenue - cost)', ['SUM(revenue - cost)'], 'SUM(x)'],
  ['sum(a) / nullif(count(*), 0)', ['SUM(a)', 'COUNT(*)'], 'SUM(x_1) / NULLIF(SUM(x_2), 0)'],
  ['avg(a)', ['SUM(a)', 'COUNT(a)'], '(SUM(x_1) / NULLIF(SUM(x_2), 0))'],
  ['max(a) - min(a)', ['MAX(a)', 'MIN(a)'], 'MAX(x_1) - MIN(x_2)'],
  ['sum(a) / sum(a)', ['SUM(a)'], 'SUM(x) / SUM(x)'],
])('%s', (sql, parts, combined) => {
  const decomposition = decompose(read(sql), 'x')
  expect(decomposition?.parts.map(({ node }) => write(node))).toEqual(parts)
  expect(write(decomposition!.combined)).toBe(combined)
})

test.each(['count(distinct a)', 'sum(a) / count(distinct b)', 'median(a)', 'sum(distinct a)'])(
  '%s cannot be split',
  (sql) => {
    expect(decompose(read(sql), 'x')).toBeUndefined()
  },
)

test.each([
  ['sum(a) - sum(b)', true],
  ['count(*)', true],
  ['sum(a) / 100.0', true],
  ['sum(a) / sum(b)', false],
  ['avg(a)', false],
  ['count(distinct a)', false],
  ['max(a)', false],
])('%s is additive: %s', (sql, expected) => expect(isAdditive(read(sql))).toBe(expected))
