import { expect, test } from 'vitest'
import { fitWidths } from './fitWidths.ts'

const column = (width: number, { chosen = false, least = width } = {}) => ({ width, chosen, least })

test('default: what is over is given out in proportion, to the last pixel', () => {
  const widths = fitWidths([column(100), column(50), column(50)], 403)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(403)
  expect(widths).toEqual([201, 101, 101])
})

test('behavior: a width that somebody chose stays', () => {
  expect(fitWidths([column(100, { chosen: true }), column(50)], 300)).toEqual([100, 200])
  expect(fitWidths([column(100, { chosen: true })], 300)).toEqual([100])
})

test('behavior: names give way, numbers do not', () => {
  expect(fitWidths([column(200, { least: 90 }), column(120)], 250)).toEqual([130, 120])
  expect(fitWidths([column(200, { least: 90 }), column(120)], 100)).toEqual([90, 120])
})

test('behavior: no columns, no widths', () => {
  expect(fitWidths([], 300)).toEqual([])
})
