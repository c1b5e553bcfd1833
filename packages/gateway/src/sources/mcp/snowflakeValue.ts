import { formatDate, formatTimestamp, parseDecimal } from '../../arrow/cells.ts'

const millisecondsPerDay = 86_400_000

/** Snowflake writes dates as days and timestamps as seconds since 1970. */
export function snowflakeValue(value: unknown, type: string): unknown {
  if (typeof value !== 'string') return value ?? null
  if (type === 'date') return /^-?\d+$/.test(value) ? formatDate(Number(value) * millisecondsPerDay) : value
  if (!type.startsWith('timestamp')) return value
  // A zoned timestamp is followed by its offset in minutes, which does not change the moment.
  const microseconds = parseDecimal((value.split(' ')[0] ?? '').replace(/(\.\d{6})\d+$/, '$1'), 6)
  return microseconds === undefined ? value : formatTimestamp(microseconds, 'Z')
}
