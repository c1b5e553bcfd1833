const millisecondsPerDay = 86_400_000n
const millisecondsPer400Years = 146_097n * millisecondsPerDay
const yearZero = BigInt(Date.parse('0000-01-01T00:00:00Z'))
const yearTenThousand = BigInt(Date.parse('+010000-01-01T00:00:00Z'))
/** "Later than any date", as SQL has it. */
const endlessDays = 2 ** 31 - 1
const endlessTicks = 2n ** 63n - 1n

/** `yyyy-mm-dd` of days since 1970; years of more than four digits and before the year 0 as ISO 8601 expands them. */
export function dateText(days: number): string {
  if (Math.abs(days) === endlessDays) return endlessText(days)
  const iso = isoText(BigInt(days) * millisecondsPerDay)
  return iso.slice(0, iso.indexOf('T'))
}

/** ISO 8601 with three, six or nine digits of a second, and `Z` only for a moment, which is the same in every zone. */
export function timestampText(ticks: bigint, ticksPerSecond: bigint, isMoment: boolean): string {
  if (ticks === endlessTicks || ticks === -endlessTicks) return endlessText(ticks)
  const zone = isMoment ? 'Z' : ''
  if (ticksPerSecond < 1000n) return `${isoText((ticks * 1000n) / ticksPerSecond)}${zone}`
  const ticksPerMillisecond = ticksPerSecond / 1000n
  const rest = modulo(ticks, ticksPerMillisecond)
  const digits = rest === 0n ? '' : rest.toString().padStart(ticksPerMillisecond.toString().length - 1, '0')
  return `${isoText((ticks - rest) / ticksPerMillisecond)}${digits.replace(/000$/, '')}${zone}`
}

/** ISO 8601 without a zone. Every 400 years repeat, so any moment has a twin that `Date` writes in four digits. */
function isoText(milliseconds: bigint): string {
  if (yearZero <= milliseconds && milliseconds < yearTenThousand) return fourDigitText(milliseconds)
  const inCycle = modulo(milliseconds, millisecondsPer400Years)
  const twin = fourDigitText(inCycle)
  const year = Number(twin.slice(0, 4)) + Number((milliseconds - inCycle) / millisecondsPer400Years) * 400
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}${twin.slice(4)}`
}

function fourDigitText(milliseconds: bigint): string {
  return new Date(Number(milliseconds)).toISOString().slice(0, -1)
}

function endlessText(count: number | bigint): string {
  return count > 0 ? 'infinity' : '-infinity'
}

function modulo(value: bigint, divisor: bigint): bigint {
  return ((value % divisor) + divisor) % divisor
}
