const microsecondsPerDay = 86_400_000_000n
const millisecondsPerDay = 86_400_000

/** `123456n` with scale 2 reads `1234.56`. */
export function formatDecimal(value: bigint, scale: number): string {
  if (scale <= 0) return (value * 10n ** BigInt(-scale)).toString()
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** `1234.56` with scale 2 is `123456n`; `undefined` when the text is no decimal or has more digits than the scale. */
export function parseDecimal(text: string, scale: number): bigint | undefined {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/i.exec(text)
  if (!match || !(match[2] || match[3])) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const shift = scale - fraction.length + Number(exponent)
  if (Math.abs(shift) > 100) return undefined
  const digits = BigInt(whole + fraction)
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : dropZeros(digits, -shift)
  if (scaled === undefined) return undefined
  return sign === '-' ? -scaled : scaled
}

/** `yyyy-mm-dd` of a moment in milliseconds since 1970, UTC. */
export function formatDate(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString()
  return iso.slice(0, iso.indexOf('T'))
}

/** Days since 1970 of `yyyy-mm-dd`, with or without a time after it. */
export function parseDate(text: string): number | undefined {
  const match = /^[+-]?\d{4,6}-\d{2}-\d{2}/.exec(text)
  const milliseconds = match ? Date.parse(`${match[0]}T00:00:00Z`) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : milliseconds / millisecondsPerDay
}

/** ISO 8601 with as many digits of a second as there are, at least milliseconds when there are any. */
export function formatTimestamp(microseconds: bigint, suffix: '' | 'Z'): string {
  const days = (microseconds - modulo(microseconds, microsecondsPerDay)) / microsecondsPerDay
  const inDay = modulo(microseconds, microsecondsPerDay)
  const date = formatDate(Number(days) * millisecondsPerDay)
  const time = new Date(Number(inDay / 1000n)).toISOString().slice(11, 23)
  const rest = inDay % 1000n
  return `${date}T${time}${rest === 0n ? '' : rest.toString().padStart(3, '0')}${suffix}`
}

/** Microseconds since 1970 of an ISO 8601 text; a text without a zone counts as UTC. */
export function parseTimestamp(text: string): bigint | undefined {
  const match =
    /^(\d{4,}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(
      text.trim(),
    )
  if (!match) return undefined
  const [, date, time = '00:00:00', fraction = '', zone = 'Z'] = match
  const milliseconds = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}${normalZone(zone)}`)
  if (Number.isNaN(milliseconds)) return undefined
  return BigInt(milliseconds) * 1000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'))
}

function normalZone(zone: string): string {
  if (zone.toUpperCase() === 'Z') return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

function dropZeros(digits: bigint, count: number): bigint | undefined {
  const divisor = 10n ** BigInt(count)
  return digits % divisor === 0n ? digits / divisor : undefined
}

function modulo(value: bigint, divisor: bigint): bigint {
  return ((value % divisor) + divisor) % divisor
}
