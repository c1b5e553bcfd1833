import { expect, test } from 'vitest'
import { moveInGrid } from './moveInGrid.ts'

const grid = { rowCount: 100, columnCount: 4, rowsPerPage: 10, toEdge: false, rightToLeft: false }
const from = { row: 50, column: 2 }

test.each([
  ['ArrowDown', {}, { row: 51, column: 2 }],
  ['ArrowUp', {}, { row: 49, column: 2 }],
  ['ArrowRight', {}, { row: 50, column: 3 }],
  ['ArrowLeft', {}, { row: 50, column: 1 }],
  ['ArrowLeft', { rightToLeft: true }, { row: 50, column: 3 }],
  ['PageDown', {}, { row: 60, column: 2 }],
  ['PageUp', {}, { row: 40, column: 2 }],
  ['Home', {}, { row: 50, column: 0 }],
  ['End', {}, { row: 50, column: 3 }],
  ['Home', { toEdge: true }, { row: 0, column: 0 }],
  ['End', { toEdge: true }, { row: 99, column: 3 }],
] as const)('behavior: %s %o', (key, options, to) => {
  expect(moveInGrid(from, { ...grid, ...options, key })).toEqual(to)
})

test('behavior: the headings are above the first row, and nothing is beyond the edges', () => {
  expect(moveInGrid({ row: 0, column: 0 }, { ...grid, key: 'ArrowUp' })).toEqual({ row: -1, column: 0 })
  expect(moveInGrid({ row: -1, column: 0 }, { ...grid, key: 'ArrowUp' })).toEqual({ row: -1, column: 0 })
  expect(moveInGrid({ row: 99, column: 3 }, { ...grid, key: 'PageDown' })).toEqual({ row: 99, column: 3 })
  expect(moveInGrid({ row: 3, column: 0 }, { ...grid, key: 'PageUp' })).toEqual({ row: 0, column: 0 })
})

test('behavior: other keys are not ours', () => {
  expect(moveInGrid(from, { ...grid, key: 'a' })).toBeUndefined()
})
