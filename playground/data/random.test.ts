import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { draw, drawMacros, pick } from './random.ts'

test('default', () => {
  expect([0, 1, 2, 3, 4].map((key) => draw(key, 7, 100))).toEqual([0, 1, 2, 3, 4].map((key) => draw(key, 7, 100)))
  expect(() => pick([], 1, 1)).toThrow('the list is empty')
})

test('behavior: DuckDB draws the same numbers', async () => {
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(drawMacros)
  const reader = await connection.runAndReadAll(
    `select key::integer, draw(key, 51, 1000000), draw(key, 1999, 97), pick(['a', 'b', 'c'], key, 5) from range(0, 4000000, 7919) as keys(key)`,
  )
  connection.closeSync()
  const letters = ['a', 'b', 'c'] as const
  for (const [key, first, second, letter] of reader.getRowsJS() as [number, number, number, string][]) {
    expect([first, second, letter]).toEqual([draw(key, 51, 1_000_000), draw(key, 1999, 97), pick(letters, key, 5)])
  }
})

test('behavior: two decisions about one key are independent', () => {
  const keys = Array.from({ length: 20_000 }, (_, key) => key)
  const both = keys.filter((key) => draw(key, 1, 10) === 3 && draw(key, 2, 10) === 3).length
  expect(both).toBeGreaterThan(150)
  expect(both).toBeLessThan(250)
})
