import { expect, test } from 'vitest'
import { startOf } from './timePeriods.ts'
import { readTime } from './timePhrases.ts'
import { tokenise } from './tokens.ts'

const now = new Date('2026-11-22T23:30:00Z')

test.each<[string, [start: string | undefined, end: string | undefined][], number?]>([
  ['lifetime', []],
  ['all time', []],
  ['2025', [['2025-01-01', '2026-01-01']]],
  [
    'in 2024 and 2025',
    [
      ['2024-01-01', '2025-01-01'],
      ['2025-01-01', '2026-01-01'],
    ],
  ],
  ['Q3 2025', [['2025-07-01', '2025-10-01']]],
  ['third quarter of 2025', [['2025-07-01', '2025-10-01']]],
  ['last quarter', [['2026-07-01', '2026-10-01']]],
  ['this year', [['2026-01-01', '2027-01-01']]],
  ['this year to date', [['2026-01-01', '2026-11-23']]],
  ['year to date', [['2026-01-01', '2026-11-23']]],
  ['ytd', [['2026-01-01', '2026-11-23']]],
  ['March 2024', [['2024-03-01', '2024-04-01']]],
  ['in Feb 2024', [['2024-02-01', '2024-03-01']]],
  ['in October', [['2026-10-01', '2026-11-01']]],
  ['in December', [['2025-12-01', '2026-01-01']]],
  ['since March 2024', [['2024-03-01', undefined]]],
  ['after 2023', [['2024-01-01', undefined]]],
  ['before 2020', [[undefined, '2020-01-01']]],
  ['until June 2024', [[undefined, '2024-07-01']]],
  ['between March and May 2024', [['2024-03-01', '2024-06-01']]],
  ['between 2020 and 2022', [['2020-01-01', '2023-01-01']]],
  ['from January 2024 to March 2024', [['2024-01-01', '2024-04-01']]],
  ['last 90 days', [['2026-08-25', '2026-11-23']]],
  ['past two years', [['2024-11-23', '2026-11-23']]],
  ['in the last 6 months', [['2026-05-23', '2026-11-23']]],
  ['yesterday', [['2026-11-21', '2026-11-22']]],
  ['today', [['2026-11-22', '2026-11-23']]],
  ['last week', [['2026-11-09', '2026-11-16']]],
  ['2024-02-29', [['2024-02-29', '2024-03-01']]],
  ['5 March 2024', [['2024-03-05', '2024-03-06']]],
  ['on March 5, 2024', [['2024-03-05', '2024-03-06']]],
])('%s', (text, expected) => {
  const tokens = tokenise(text)
  const phrase = readTime(tokens, 0, now)
  expect(phrase?.ranges.map(({ start, end }) => [start, end])).toEqual(expected)
  expect(phrase?.length).toBe(tokens.length)
})

test.each(['2024-02-30', 'revenue', '1850', 'may I see', 'last account', 'between 5 and 10'])(
  '%s is no time',
  (text) => {
    expect(readTime(tokenise(text), 0, now)).toBeUndefined()
  },
)

test('behavior: weeks start on Monday, also on a Sunday', () => {
  expect(startOf('week', '2026-11-22')).toBe('2026-11-16')
})
