import { expect, test } from 'vitest'
import { fieldOfTime, timeOfField } from './fieldTime.ts'

const cleveland = { timeZone: 'America/New_York', wallClock: false }

test('default: an instant in the zone of the reader, and back', () => {
  expect(timeOfField('2026-11-20T10:41', 'low', cleveland)).toBe('2026-11-20T15:41:00.000Z')
  expect(fieldOfTime('2026-11-20T15:41:07Z', cleveland)).toBe('2026-11-20T10:41')
})

test('behavior: a minute belongs to the range as a whole', () => {
  expect(timeOfField('2026-11-20T10:41', 'high', cleveland)).toBe('2026-11-20T15:41:59.999999Z')
})

test('behavior: on the day on which clocks change', () => {
  expect(timeOfField('2026-03-08T01:30', 'low', cleveland)).toBe('2026-03-08T06:30:00.000Z')
  expect(timeOfField('2026-03-08T03:30', 'low', cleveland)).toBe('2026-03-08T07:30:00.000Z')
})

test("behavior: a wall clock's time has no zone", () => {
  const wall = { timeZone: 'Asia/Tokyo', wallClock: true }
  expect(timeOfField('2026-11-20T10:41', 'low', wall)).toBe('2026-11-20T10:41:00')
  expect(fieldOfTime('2026-11-20 10:41:07', wall)).toBe('2026-11-20T10:41')
})

test('behavior: what is no time', () => {
  expect(timeOfField('soon', 'low', cleveland)).toBeUndefined()
})
