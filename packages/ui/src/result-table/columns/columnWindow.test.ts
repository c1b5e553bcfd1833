import { expect, test } from 'vitest'
import { columnWindow, leftFor, startsOf } from './columnWindow.ts'

const columnsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `c${index}`,
    type: 'text' as const,
    columnIndex: index,
    keyIndex: undefined,
    pinned: index === 0 ? ('start' as const) : index === count - 1 ? ('end' as const) : null,
  }))

const windowOf = (count: number, scrolled: number, activeIndex = 0) => {
  const starts = startsOf(Array.from({ length: count }, () => 100))
  return columnWindow({ columns: columnsOf(count), starts, scrolled, room: 400, activeIndex })
}

test('default: each starts where the one before ends', () => {
  expect(startsOf([100, 50])).toEqual([0, 100, 150])
})

test('behavior: a few columns are all in the page', () => {
  expect(windowOf(8, 300)).toHaveLength(8)
})

test('behavior: of two hundred only those in view are, and those that stay in sight', () => {
  expect(windowOf(200, 0)).toEqual([0, 1, 2, 3, 4, 5, 199])
  expect(windowOf(200, 10_000)).toEqual([0, 98, 99, 100, 101, 102, 103, 104, 105, 199])
})

test('behavior: the column with the focus stays in the page', () => {
  expect(windowOf(200, 10_000, 7)).toContain(7)
})

test('behavior: at the end the last are in view', () => {
  expect(windowOf(200, 19_600).at(-2)).toBe(198)
})

test('behavior: a column comes into view beside those that stay', () => {
  const options = { columns: columnsOf(200), starts: startsOf(Array.from({ length: 200 }, () => 100)), room: 400 }
  expect(leftFor(options, 50, 0)).toBe(51 * 100 + 100 - 400)
  expect(leftFor(options, 50, 10_000)).toBe(50 * 100 - 100)
  expect(leftFor(options, 2, 0)).toBeUndefined()
  expect(leftFor(options, 0, 10_000)).toBeUndefined()
})
