import type { Cell } from '@lakefront/react'

export type TimeGrain = 'year' | 'quarter' | 'month' | 'day' | 'instant'

const patterns: readonly [TimeGrain, RegExp][] = [
  ['year', /^\d{4}$/],
  ['quarter', /^(\d{4})-Q([1-4])$/],
  ['month', /^\d{4}-(0[1-9]|1[0-2])$/],
  ['day', /^\d{4}-\d{2}-\d{2}$/],
  ['instant', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
]

/** How fine a time is, by the way in which it is written: `2026`, `2026-Q1`, `2026-03`, `2026-03-31`, an instant. */
export function grainOf(value: Cell): TimeGrain | undefined {
  const text = String(value)
  return patterns.find(([, pattern]) => pattern.test(text))?.[0]
}

/** Whether a value says when. */
export function isTimeValue(value: Cell): boolean {
  return Number.isFinite(timeOf(value))
}

/** Where a time stands on an axis, in milliseconds of UTC; `NaN` for what is no time. */
export function timeOf(value: Cell): number {
  const text = String(value)
  switch (grainOf(value)) {
    case 'year':
      return Date.parse(`${text}-01-01T00:00:00Z`)
    case 'quarter':
      return Date.UTC(Number(text.slice(0, 4)), (Number(text.at(-1)) - 1) * 3)
    case 'month':
      return Date.parse(`${text}-01T00:00:00Z`)
    case 'day':
      return Date.parse(`${text}T00:00:00Z`)
    case 'instant':
      return Date.parse(hasOffset.test(text) ? text : `${text.replace(' ', 'T')}Z`)
    default:
      return Number.NaN
  }
}

const hasOffset = /(z|[+-]\d{2}:?\d{2})$/i
