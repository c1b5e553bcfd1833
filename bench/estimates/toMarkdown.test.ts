import { expect, test } from 'vitest'
import { statementShape } from '../../packages/gateway/src/cost/calibration/statementShape.ts'
import { learntFrom, statements } from './statements.ts'
import { toMarkdown } from './toMarkdown.ts'

const run = (name: string, beforeBytes: number, afterBytes: number, actualBytes: number | null) => ({
  name,
  beforeBytes,
  afterBytes,
  actualBytes,
})

test('default', () => {
  expect(toMarkdown([run('a', 20_000, 10_500, 10_000), run('b', 5_000, 5_000, 5_000), run('c', 1, 1, null)])).toEqual([
    '| estimate ÷ actual | before | after |',
    '| --- | ---: | ---: |',
    '| median | 1.00 | 1.00 |',
    '| p90 | 2.00 | 1.05 |',
    '| within a tenth | 1 of 2 | 2 of 2 |',
    '| too low | 0 of 2 | 0 of 2 |',
    '',
    '| statement | read, kB | before | after |',
    '| --- | ---: | ---: | ---: |',
    '| a | 10 | 2.00 | 1.05 |',
    '| b | 5 | 1.00 | 1.00 |',
    '',
    'Of 1 more the lakehouse did not say what it read.',
  ])
})

test('behavior: fifty statements, and three others of the shape of each', () => {
  const shapeOf = (sql: string) => statementShape(sql, 'duckdb')
  const learnt = learntFrom.map(shapeOf)
  expect(statements).toHaveLength(50)
  for (const { sql } of statements) expect(learnt.filter((shape) => shape === shapeOf(sql))).toHaveLength(3)
  expect(learntFrom.filter((sql) => statements.some((each) => each.sql === sql))).toEqual([])
})
