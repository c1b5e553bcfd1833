import { parseDecimal } from '../../../arrow/decimals.ts'
import { formatDate, formatTimestamp, ticksPerSecond } from '../../../arrow/moments.ts'

const nanosecondDigits = 9

/** Snowflake writes dates as days, timestamps as seconds since 1970 with nine digits after the point, bytes in hex. */
export function snowflakeValue(value: unknown, type: string): unknown {
  if (typeof value !== 'string') return value ?? null
  if (type === 'date') return /^-?\d+$/.test(value) ? formatDate(Number(value)) : value
  if (type === 'binary') return /^([\da-f]{2})*$/i.test(value) ? Buffer.from(value, 'hex') : value
  if (!type.startsWith('timestamp')) return value
  // A zoned timestamp is followed by its offset in minutes, which does not change the moment.
  const nanoseconds = parseDecimal(value.split(' ')[0] ?? '', nanosecondDigits)
  if (nanoseconds === undefined) return value
  return formatTimestamp(nanoseconds, type === 'timestamp_ntz' ? '' : 'Z', ticksPerSecond.nanoseconds)
}
