const daysPer400Years = 146_097
const millisecondsPerDay = 86_400_000
const secondsPerDay = 86_400n

/** Ticks in a second, of timestamps that count microseconds, and of those that count nanoseconds. */
export const ticksPerSecond = { microseconds: 1_000_000n, nanoseconds: 1_000_000_000n } as const

/** How sources of SQL's kind write "later than any date": the largest number, or the largest below zero. */
const endlessDays = 2 ** 31 - 1
export const endlessTicks: bigint = 2n ** 63n - 1n

/** `yyyy-mm-dd` of days since 1970; years of more than four digits and before the year 0 as ISO 8601 expands them. */
export function formatDate(days: number): string {
  if (Math.abs(days) === endlessDays) return days > 0 ? 'infinity' : '-infinity'
  // Every 400 years repeat, so any day has a twin that `Date` can hold.
  const cycles = Math.floor(days / daysPer400Years)
  const twin = new Date((days - cycles * daysPer400Years) * millisecondsPerDay).toISOString()
  return `${yearText(Number(twin.slice(0, 4)) + cycles * 400)}${twin.slice(4, 10)}`
}

/** Days since 1970 of `yyyy-mm-dd`; `undefined` for what is no date, or has a time of day that would be lost. */
export function parseDate(text: string): number | undefined {
  const endless = parseEndless(text)
  if (endless) return endless * endlessDays
  const match = /^([+-]?\d{4,})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00(?::?00)?)?)?( \(?BC\)?)?$/i.exec(
    text.trim(),
  )
  return match ? daysOf(match[1]!, match[2]!, match[3]!, match[4] !== undefined) : undefined
}

/** ISO 8601 with three, six or nine digits of a second. */
export function formatTimestamp(
  ticks: bigint,
  suffix: '' | 'Z',
  perSecond: bigint = ticksPerSecond.microseconds,
): string {
  if (ticks === endlessTicks || ticks === -endlessTicks) return ticks > 0n ? 'infinity' : '-infinity'
  const inSecond = modulo(ticks, perSecond)
  const seconds = (ticks - inSecond) / perSecond
  const inDay = modulo(seconds, secondsPerDay)
  const days = Number((seconds - inDay) / secondsPerDay)
  const time = new Date(Number(inDay) * 1000).toISOString().slice(11, 19)
  const digits = inSecond.toString().padStart(perSecond.toString().length - 1, '0')
  return `${formatDate(days)}T${time}.${digits.replace(/(000){1,2}$/, '').padEnd(3, '0')}${suffix}`
}

const timestampPattern =
  /^([+-]?\d{4,})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?( \(?BC\)?)?$/i

/**
 * Ticks since 1970 of an ISO 8601 text; one without a zone is told from 1970 in its own. `undefined` for what is no
 * moment, or has more digits than the ticks hold.
 */
export function parseTimestamp(text: string, perSecond: bigint = ticksPerSecond.microseconds): bigint | undefined {
  const endless = parseEndless(text)
  if (endless) return BigInt(endless) * endlessTicks
  const match = timestampPattern.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z', era] = match
  const days = daysOf(year!, month!, day!, era !== undefined)
  const digits = perSecond.toString().length - 1
  if (days === undefined || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined
  if (/[1-9]/.test(fraction.slice(digits))) return undefined
  const seconds = BigInt(days * 86_400 + Number(hour) * 3_600 + Number(minute) * 60 + Number(second) - offsetOf(zone))
  return fitted(seconds * perSecond + BigInt(fraction.slice(0, digits).padEnd(digits, '0')))
}

/** Whether a text says how far it is from UTC. */
export function hasZone(text: string): boolean {
  return timestampPattern.exec(text.trim())?.[8] !== undefined
}

/** Whether a text has more digits of a second than microseconds hold. */
export function hasNanoseconds(text: string): boolean {
  return /[1-9]/.test(timestampPattern.exec(text.trim())?.[7]?.slice(6) ?? '')
}

/** 1, -1, or nothing. */
function parseEndless(text: string): number | undefined {
  const match = /^\s*([+-]?)infinity\s*$/i.exec(text)
  return match ? (match[1] === '-' ? -1 : 1) : undefined
}

function daysOf(year: string, month: string, day: string, isBeforeChrist: boolean): number | undefined {
  const astronomical = isBeforeChrist ? 1 - Number(year) : Number(year)
  const cycles = Math.floor((astronomical - 1970) / 400)
  const milliseconds = Date.UTC(astronomical - cycles * 400, Number(month) - 1, Number(day))
  const twin = new Date(milliseconds)
  // `Date` would take the 30th of February for the 2nd of March.
  if (twin.getUTCMonth() + 1 !== Number(month) || twin.getUTCDate() !== Number(day)) return undefined
  return milliseconds / millisecondsPerDay + cycles * daysPer400Years
}

/** Seconds that a zone is ahead of UTC. */
function offsetOf(zone: string): number {
  const [hours, minutes = 0, seconds = 0] = (zone.match(/\d{2}/g) ?? ['0']).map(Number)
  return (zone.startsWith('-') ? -1 : 1) * (hours! * 3_600 + minutes * 60 + seconds)
}

function yearText(year: number): string {
  if (0 <= year && year <= 9_999) return String(year).padStart(4, '0')
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`
}

function fitted(ticks: bigint): bigint | undefined {
  return BigInt.asIntN(64, ticks) === ticks ? ticks : undefined
}

function modulo(value: bigint, divisor: bigint): bigint {
  return ((value % divisor) + divisor) % divisor
}
