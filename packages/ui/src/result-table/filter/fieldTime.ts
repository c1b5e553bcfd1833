export type TimeSettings = {
  /** IANA name; the reader's own when left out. */
  timeZone: string | undefined
  /** The column's times have no zone: they are what a clock on the wall shows. */
  wallClock: boolean
}

/** What a field for date and time holds, as the column's values are written; `undefined` for what is no time. */
export function timeOfField(
  field: string,
  end: 'low' | 'high',
  { timeZone, wallClock }: TimeSettings,
): string | undefined {
  // A minute belongs to a range as a whole.
  const time = field.length === 16 ? `${field}:${end === 'low' ? '00' : '59.999999'}` : field
  if (Number.isNaN(Date.parse(`${time}Z`))) return undefined
  if (wallClock) return time
  const asUtc = Date.parse(`${time}Z`)
  // The offset at the guess may not be the one at the time: on the day on which clocks change it is asked again.
  const guess = asUtc - offsetMs(asUtc, timeZone)
  const instant = new Date(asUtc - offsetMs(guess, timeZone)).toISOString()
  return end === 'low' ? instant : instant.replace(/\d{3}Z$/, '999999Z')
}

/** The other way round, to the minute. */
export function fieldOfTime(value: string, { timeZone, wallClock }: TimeSettings): string {
  if (wallClock) return value.replace(' ', 'T').slice(0, 16)
  const instant = Date.parse(value)
  return new Date(instant + offsetMs(instant, timeZone)).toISOString().slice(0, 16)
}

/** How far ahead of UTC the clocks of a zone are at an instant. */
function offsetMs(instant: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    ...(timeZone && { timeZone }),
  }).formatToParts(instant)
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
  return shown - Math.floor(instant / 1000) * 1000
}
