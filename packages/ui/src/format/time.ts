const dateOnly = /^\d{4}-\d{2}-\d{2}$/
const hasOffset = /(z|[+-]\d{2}:?\d{2})$/i

/** Dates and times in the reader's locale. A date without a time has no zone, so it is never shifted by one. */
export function createTimeFormats(locale: string, timeZone: string | undefined) {
  const zoned = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    new Intl.DateTimeFormat(locale, zone === undefined ? options : { ...options, timeZone: zone })

  const date = zoned({ dateStyle: 'medium' }, 'UTC')
  const timestamp = zoned({ dateStyle: 'medium', timeStyle: 'short' })
  const wallClock = zoned({ dateStyle: 'medium', timeStyle: 'short' }, 'UTC')
  const timeOfDay = zoned({ timeStyle: 'medium' })
  const briefTime = zoned({ timeStyle: 'short' })

  return {
    /** `2026-11-20` as people write it; text that is no date is returned as it is. */
    date: (value: string) => (dateOnly.test(value) ? formatWith(date, `${value}T00:00:00Z`, value) : value),
    /** An instant in the reader's zone; a source's wall-clock time without an offset stays as the source has it. */
    timestamp: (value: string) =>
      hasOffset.test(value)
        ? formatWith(timestamp, value, value)
        : formatWith(wallClock, `${value.replace(' ', 'T')}Z`, value),
    /** When something was read. */
    timeOfDay: (value: string) => formatWith(timeOfDay, value, value),
    /** The same, where there is little room. */
    briefTime: (value: string) => formatWith(briefTime, value, value),
  }
}

function formatWith(format: Intl.DateTimeFormat, value: string, otherwise: string): string {
  const time = Date.parse(value)
  return Number.isNaN(time) ? otherwise : format.format(time)
}
