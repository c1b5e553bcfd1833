import type { Cell, Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { compareCells, compareDecimals } from './compareCells.ts'
import { sortRows } from './sortRows.ts'

function sorted(values: Cell[], type: Column['type'], descending = false): Cell[] {
  const order = sortRows({
    rowCount: values.length,
    valueAt: (row) => values[row] ?? null,
    compare: compareCells({ name: 'x', type }, 'en'),
    descending,
  })
  return order.map((row) => values[row] ?? null)
}

test.each([
  ['decimals by value', ['10.5', '9', '-3.25', '100'], 'decimal', ['-3.25', '9', '10.5', '100']],
  [
    'decimals beyond floating point',
    ['90071992547409931.02', '90071992547409931.01', '90071992547409931.03'],
    'decimal',
    ['90071992547409931.01', '90071992547409931.02', '90071992547409931.03'],
  ],
  [
    'integers of 64 bits',
    ['9223372036854775807', '9223372036854775806'],
    'integer',
    ['9223372036854775806', '9223372036854775807'],
  ],
  ['text as people order it', ['Zoë', 'acme', 'Émile', 'Beta'], 'text', ['acme', 'Beta', 'Émile', 'Zoë']],
  ['numbers in text', ['SO-10', 'SO-9'], 'text', ['SO-9', 'SO-10']],
  ['dates', ['2026-02-01', '2025-12-31'], 'date', ['2025-12-31', '2026-02-01']],
  ['truths', [true, false], 'boolean', [false, true]],
  ['nulls last', [null, 'b', null, 'a'], 'text', ['a', 'b', null, null]],
] as [string, Cell[], Column['type'], Cell[]][])('behavior: %s', (_name, values, type, expected) => {
  expect(sorted(values, type)).toEqual(expected)
})

test('parameters: descending', () => {
  expect(sorted([null, '1', '30', '4'], 'decimal', true)).toEqual(['30', '4', '1', null])
})

test('behavior: equal rows keep the order in which they came, either way', () => {
  const names = ['first', 'second', 'third']
  const order = (descending: boolean) =>
    sortRows({ rowCount: 3, valueAt: () => 1, compare: compareCells({ name: 'x', type: 'integer' }, 'en'), descending })
  expect(order(true).map((row) => names[row])).toEqual(names)
  expect(order(false).map((row) => names[row])).toEqual(names)
})

test.each([
  ['-12.50', '-12.5', 0],
  ['0.1', '0.09', 1],
  ['-1', '1', -1],
])('behavior: %s beside %s', (left, right, expected) => {
  expect(compareDecimals(left, right)).toBe(expected)
})
