import type { Change, TimeRange } from '../../ask/intent.ts'

type Unit = Change['against']

/** The same days one period earlier. */
export function earlier({ start, end, label }: TimeRange, unit: Unit): TimeRange {
  return {
    ...(start && { start: movedDay(start, unit, -1) }),
    ...(end && { end: movedDay(end, unit, -1) }),
    label: `${label}, one ${unit} earlier`,
  }
}

/** A day moved by periods; the last days of longer months fall on the last day of shorter ones. */
export function movedDay(day: string, unit: Unit, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (unit === 'day' || unit === 'week') {
    return toDay(new Date(Date.UTC(year, month - 1, date + count * (unit === 'week' ? 7 : 1))))
  }
  const months = { year: 12, quarter: 3, month: 1 }[unit] * count
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return toDay(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))))
}

/** `yyyy-mm-dd` in UTC. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
