import { expect, test } from 'vitest'
import { firstAt, matchesInView } from './matchesInView.ts'

const found = [
  { line: 2, columnIndex: 1 },
  { line: 2, columnIndex: 12 },
  { line: 7, columnIndex: 1 },
  { line: 90, columnIndex: 0 },
]
const matches = { count: found.length, at: (match: number) => found[match]! }

test('default: what lies in view is marked, and where people are', () => {
  const shown = matchesInView(matches, { first: 2, end: 10 }, 2)
  expect(shown.columnsOf(2)).toBe(',1,12,')
  expect(shown.columnsOf(3)).toBe('')
  expect(shown.columnsOf(90)).toBe('')
  expect(shown.current).toEqual({ line: 7, columnIndex: 1 })
})

test('behavior: nothing was looked for, or nothing found', () => {
  expect(matchesInView(null, { first: 0, end: 10 }, 0).current).toBeUndefined()
  expect(matchesInView({ ...matches, count: 0 }, { first: 0, end: 10 }, 0).columnsOf(2)).toBe('')
})

test('behavior: the next match is the first from where people are', () => {
  expect([0, 3, 8, 91].map((line) => firstAt(matches, line))).toEqual([0, 2, 3, 4])
})
