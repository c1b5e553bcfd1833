import { expect, test } from 'vitest'
import { blockOf, withinTable } from './cellRange.ts'

const block = blockOf({ anchor: { row: 5, column: 1 }, head: { row: 2, column: 3 } })

test('default: a block is the same from whichever corner it was begun', () => {
  expect(block).toEqual({ top: 2, bottom: 5, start: 1, end: 3 })
})

test('behavior: what is gone is not in it', () => {
  expect(withinTable(block, 4, 3)).toEqual({ top: 2, bottom: 3, start: 1, end: 2 })
  expect(withinTable(block, 2, 3)).toBeUndefined()
  expect(withinTable(block, 10, 1)).toBeUndefined()
})
