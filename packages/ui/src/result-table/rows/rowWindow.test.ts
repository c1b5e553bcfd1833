import { describe, expect, test } from 'vitest'
import { rowWindow, scrollTopOf, topFor, topOf } from './rowWindow.ts'

const rowHeight = 31
const room = 310
const rowsOf = (rowCount: number, bodyHeight = rowCount * rowHeight) => ({ rowCount, rowHeight, room, bodyHeight })

test('default: a short table is all in the page', () => {
  expect(rowWindow(rowsOf(100), 900)).toEqual({ first: 0, end: 100, origin: 0, originTop: 0 })
  expect(rowWindow(rowsOf(0), 0)).toMatchObject({ first: 0, end: 0 })
})

test('behavior: of a long one, the rows in view and a few beyond', () => {
  expect(rowWindow(rowsOf(10_000), 0)).toMatchObject({ first: 0, end: 16 })
  expect(rowWindow(rowsOf(10_000), 31 * 5_000)).toMatchObject({ first: 4_994, end: 5_016 })
})

test('behavior: places are small numbers, however far down', () => {
  expect(rowWindow(rowsOf(500_000), 31 * 400_500)).toMatchObject({ origin: 400_000, originTop: 400_000 * 31 })
})

test('behavior: fewer rows than before leave nobody beyond the end', () => {
  expect(rowWindow(rowsOf(200), 31 * 5_000)).toMatchObject({ first: 199, end: 200 })
})

describe.each([
  ['a million rows', 1_000_000, 16_000_000],
  ['two million rows', 2_000_000, 16_000_000],
  ['ten million rows on a page that is zoomed in', 10_000_000, 8_000_000],
])('behavior: %s, more than the engine can scroll over', (_name, rowCount, tallest) => {
  const geometry = rowsOf(rowCount, tallest)

  test('the last row is reached', () => {
    expect(rowWindow(geometry, topOf(geometry, tallest - room)).end).toBe(rowCount)
  })

  test('the rows in view are where the reader looks', () => {
    const scrollTop = tallest / 3
    const { first, origin, originTop } = rowWindow(geometry, topOf(geometry, scrollTop))
    const firstSeen = originTop + (first + 6 - origin) * rowHeight
    expect(Math.abs(firstSeen - scrollTop)).toBeLessThan(rowHeight + 1)
  })

  test('a row that is asked for comes into view', () => {
    const asked = Math.floor(rowCount * 0.7)
    const scrollTop = scrollTopOf(geometry, topFor(geometry, asked, 0)!)
    const { first, end } = rowWindow(geometry, topOf(geometry, scrollTop))
    expect(first < asked && asked < end).toBe(true)
  })
})

test('behavior: a row in view needs no scrolling, one outside the least there is', () => {
  expect(topFor(rowsOf(10_000), 4, 0)).toBeUndefined()
  expect(topFor(rowsOf(10_000), 10, 0)).toBe(31)
  expect(topFor(rowsOf(10_000), 2, 310)).toBe(62)
  expect(topFor(rowsOf(5), 2, 0)).toBeUndefined()
})
