const daysPer400Years = 146_097
const millisecondsPerDay = 86_400_000
const secondsPerDay = 86_400n
/** "Later than any date", as SQL has it. */
const endlessDays = 2 ** 31 - 1
const endlessTicks = 2n ** 63n - 1n

/** `yyyy-mm-dd` of days since 1970; years of more than four digits and before the year 0 as ISO 8601 expands them. */
export function dateText(days: number): string {
  if (Math.abs(days) === endlessDays) return endlessText(days)
  // Every 400 years repeat, so any day has a twin that `Date` can hold.
  const cycles = Math.floor(days / daysPer400Years)
  const twin = new Date((days - cycles * daysPer400Years) * millisecondsPerDay).toISOString()
  return `${yearText(Number(twin.slice(0, 4)) + cycles * 400)}${twin.slice(4, 10)}`
}

/** ISO 8601 with three, six or nine digits of a second, and `Z` only for a moment, which is the same in every zone. */
export function timestampText(ticks: bigint, ticksPerSecond: bigint, isMoment: boolean): string {
  if (ticks === endlessTicks || ticks === -endlessTicks) return endlessText(ticks)
  const inSecond = modulo(ticks, ticksPerSecond)
  const seconds = (ticks - inSecond) / ticksPerSecond
  const inDay = modulo(seconds, secondsPerDay)
  const time = new Date(Number(inDay) * 1000).toISOString().slice(11, 19)
  const digits = inSecond.toString().padStart(ticksPerSecond.toString().length - 1, '0')
  const shortest = digits.replace(/(000){1,2}$/, '').padEnd(3, '0')
  return `${dateText(Number((seconds - inDay) / secondsPerDay))}T${time}.${shortest}${isMoment ? 'Z' : ''}`
}

function yearText(year: number): string {
  if (0 <= year && year <= 9_999) return String(year).padStart(4, '0')
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`
}

function endlessText(count: number | bigint): string {
  return count > 0 ? 'infinity' : '-infinity'
}

function modulo(value: bigint, divisor: bigint): bigint {
  return ((value % divisor) + divisor) % divisor
}
