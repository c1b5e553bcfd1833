import { grainOf, timeOf } from './timeValue.ts'

const styles: Partial<Record<string, Intl.DateTimeFormatOptions>> = {
  month: { month: 'short', year: 'numeric' },
  day: { month: 'short', day: 'numeric' },
  instant: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
}

type ChartTimeOptions = {
  /** For times of more than one year, where a day alone could be of any. */
  withYear?: boolean
}

/** Writes a time beside an axis, as fine as its source wrote it: `2026`, `2026-Q1`, `Mar 2026`, `Mar 31`. */
export function createChartTimeFormat(locale: string, timeZone: string | undefined) {
  const made = new Map<string, Intl.DateTimeFormat>()

  return function chartTime(value: string, { withYear = false }: ChartTimeOptions = {}): string {
    const grain = grainOf(value) ?? 'year'
    const style = styles[grain]
    if (!style || Number.isNaN(timeOf(value))) return value
    // Only an instant has a zone; a day or a month is the same everywhere.
    const zone = grain === 'instant' && /(z|[+-]\d{2}:?\d{2})$/i.test(value) ? timeZone : 'UTC'
    const key = [grain, zone, withYear].join(' ')
    const options = { ...style, ...(withYear && { year: 'numeric' as const }), ...(zone && { timeZone: zone }) }
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options)
    made.set(key, format)
    return format.format(timeOf(value))
  }
}
