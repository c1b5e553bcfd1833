import { expect, test } from 'vitest'
import { chainOf } from '../chain/chainOf.ts'
import { hasFilters, noFilters, toQuery } from './filters.ts'

test('default: what is empty filters nothing', () => {
  expect(toQuery(noFilters, 'UTC')).toEqual({})
  expect(hasFilters(noFilters)).toBe(false)
})

test('behavior: texts are taken without the space around them', () => {
  const filters = { ...noFilters, userId: ' dana.kowalski ', tool: 'ask' }
  expect(toQuery(filters, 'UTC')).toEqual({ userId: 'dana.kowalski', tool: 'ask' })
  expect(hasFilters(filters)).toBe(true)
})

test.each([
  ['UTC', '2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
  ['Asia/Tokyo', '2026-10-31T15:00:00.000Z', '2026-11-01T15:00:00.000Z'],
  // Clocks go back on this day, so that it has 25 hours.
  ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
])('behavior: a day in %s is that day as a whole', (timeZone, from, to) => {
  expect(toQuery({ ...noFilters, from: '2026-11-01', to: '2026-11-01' }, timeZone)).toEqual({ from, to })
})

const whole = { length: 133, isWhole: true, firstBroken: null }
const broken = (sequence: number) => ({
  length: 120,
  isWhole: false,
  firstBroken: { sequence, message: 'its hash is not that of its text' },
})

test.each([
  ['nothing read yet', [], undefined],
  ['one whole page', [whole], whole],
  ['the first broken link of all pages', [whole, broken(90), broken(40)], { ...broken(40), length: 133 }],
])('behavior: %s', (_name, readings, expected) => {
  expect(chainOf(readings)).toEqual(expected)
})
