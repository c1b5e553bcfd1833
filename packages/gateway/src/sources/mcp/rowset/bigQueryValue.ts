import { parseDecimal } from '../../../arrow/decimals.ts'
import { formatTimestamp } from '../../../arrow/moments.ts'

const microsecondDigits = 6

/** BigQuery writes timestamps as seconds since 1970, often with an exponent. */
export function bigQueryValue(value: unknown, type: unknown): unknown {
  if (type !== 'TIMESTAMP' || typeof value !== 'string') return value ?? null
  const microseconds = parseDecimal(value, microsecondDigits)
  return microseconds === undefined ? value : formatTimestamp(microseconds, 'Z')
}
