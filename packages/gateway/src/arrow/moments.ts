const daysPer400Years = 146_097
const millisecondsPerDay = 86_400_000n
const millisecondsPer400Years = BigInt(daysPer400Years) * millisecondsPerDay
const yearZero = BigInt(Date.parse('0000-01-01T00:00:00Z'))
const yearTenThousand = BigInt(Date.parse('+010000-01-01T00:00:00Z'))

/** Ticks in a second, of timestamps that count microseconds, and of those that count nanoseconds. */
export const ticksPerSecond = { microseconds: 1_000_000n, nanoseconds: 1_000_000_000n } as const

/** How sources of SQL's kind write "later than any date": the largest number, or the largest below zero. */
const endlessDays = 2 ** 31 - 1
export const endlessTicks: bigint = 2n ** 63n - 1n

/** `yyyy-mm-dd` of days since 1970; years of more than four digits and before the year 0 as ISO 8601 expands them. */
export function formatDate(days: number): string {
  if (Math.abs(days) === endlessDays) return days > 0 ? 'infinity' : '-infinity'
  const time = days * Number(millisecondsPerDay)
  // Four digits of the year, as nearly all have.
  if (yearZero <= time && time < yearTenThousand) return new Date(time).toISOString().slice(0, 10)
  const iso = formatMilliseconds(BigInt(days) * millisecondsPerDay)
  return iso.slice(0, iso.indexOf('T'))
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
  const perMillisecond = perSecond / 1000n
  const rest = modulo(ticks, perMillisecond)
  const digits = rest === 0n ? '' : rest.toString().padStart(perMillisecond.toString().length - 1, '0')
  return `${formatMilliseconds((ticks - rest) / perMillisecond)}${digits.replace(/000$/, '')}${suffix}`
}

/** ISO 8601 without a zone. Every 400 years repeat, so any moment has a twin that `Date` writes in four digits. */
function formatMilliseconds(milliseconds: bigint): string {
  if (yearZero <= milliseconds && milliseconds < yearTenThousand) return isoOf(milliseconds)
  const inCycle = modulo(milliseconds, millisecondsPer400Years)
  const twin = isoOf(inCycle)
  const year = Number(twin.slice(0, 4)) + Number((milliseconds - inCycle) / millisecondsPer400Years) * 400
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}${twin.slice(4)}`
}

function isoOf(milliseconds: bigint): string {
  return new Date(Number(milliseconds)).toISOString().slice(0, -1)
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
  return milliseconds / Number(millisecondsPerDay) + cycles * daysPer400Years
}

/** Seconds that a zone is ahead of UTC. */
function offsetOf(zone: string): number {
  const [hours, minutes = 0, seconds = 0] = (zone.match(/\d{2}/g) ?? ['0']).map(Number)
  return (zone.startsWith('-') ? -1 : 1) * (hours! * 3_600 + minutes * 60 + seconds)
}

function fitted(ticks: bigint): bigint | undefined {
  return BigInt.asIntN(64, ticks) === ticks ? ticks : undefined
}

function modulo(value: bigint, divisor: bigint): bigint {
  return ((value % divisor) + divisor) % divisor
}
