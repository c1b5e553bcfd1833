import { expect, test } from 'vitest'
import { projectSpending } from './projectSpending.ts'

const day = { spentUsd: 1.5, startsAt: '2026-11-20T05:00:00Z', resetsAt: '2026-11-21T05:00:00Z' }

test.each([
  ['a quarter of the day has passed', day, '2026-11-20T11:00:00Z', 6],
  ['half of it', day, '2026-11-20T17:00:00Z', 3],
  ['all of it, by a clock that is ahead', day, '2026-11-21T06:00:00Z', 1.5],
  ['exactly a twentieth', day, '2026-11-20T06:12:00Z', 30],
  ['less than a twentieth: too early to tell', day, '2026-11-20T06:11:59Z', null],
  ['nothing was spent', { ...day, spentUsd: 0 }, '2026-11-20T11:00:00Z', 0],
  ['a single query', { ...day, startsAt: null, resetsAt: null }, '2026-11-20T11:00:00Z', null],
  [
    'a day of 25 hours',
    { ...day, startsAt: '2026-11-01T04:00:00Z', resetsAt: '2026-11-02T05:00:00Z' },
    '2026-11-01T16:30:00Z',
    3,
  ],
])('default: %s', (_case, use, now, expected) => {
  expect(projectSpending(use, new Date(now))).toBe(expected)
})
