const dateOnly = /^([+-]\d{6}|\d{4})-\d{2}-\d{2}$/
const hasOffset = /(z|[+-]\d{2}:?\d{2})$/i
const midnight = /[T ]00:00(:00(\.0+)?)?$/
const dateWithEra = { year: 'numeric', month: 'short', day: 'numeric', era: 'short' } as const

/**
 * Dates and times in the reader's locale. A date without a time has no zone, so it is never shifted by one. Text that is no
 * time, or one beyond what `Date` holds, is returned as it is.
 */
export function createTimeFormats(locale: string, timeZone: string | undefined) {
  const zoned = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    new Intl.DateTimeFormat(locale, zone === undefined ? options : { ...options, timeZone: zone })

  /** Years before the first are counted backwards, so they are told apart by their era. */
  function withEras(time: Intl.DateTimeFormatOptions, zone?: string) {
    const common = zoned({ dateStyle: 'medium', ...time }, zone)
    let withEra: Intl.DateTimeFormat | undefined
    return (text: string, otherwise: string) => {
      const moment = Date.parse(text)
      if (Number.isNaN(moment)) return otherwise
      if (moment >= yearOne) return common.format(moment)
      withEra ??= zoned(time.timeStyle ? { ...dateWithEra, hour: 'numeric', minute: '2-digit' } : dateWithEra, zone)
      return withEra.format(moment)
    }
  }

  const date = withEras({}, 'UTC')
  const moment = withEras({ timeStyle: 'short' })
  const wallClock = withEras({ timeStyle: 'short' }, 'UTC')
  const timeOfDay = zoned({ timeStyle: 'medium' })
  const briefTime = zoned({ timeStyle: 'short' })

  /** A clock that shows midnight mostly means the day. */
  function clock(value: string): string {
    const text = value.replace(' ', 'T')
    return midnight.test(text) ? date(`${text}Z`, value) : wallClock(`${text}Z`, value)
  }

  return {
    /** `2026-11-20` as people write it. */
    date: (value: string) => (dateOnly.test(value) ? date(`${value}T00:00:00Z`, value) : value),
    /** A moment in the reader's zone; what a clock showed, without an offset, stays as the source has it. */
    timestamp: (value: string) => (hasOffset.test(value) ? moment(value, value) : clock(value)),
    /** When something was read. */
    timeOfDay: (value: string) => formatWith(timeOfDay, value),
    /** The same, where there is little room. */
    briefTime: (value: string) => formatWith(briefTime, value),
  }
}

const yearOne = Date.parse('0001-01-01T00:00:00Z')

function formatWith(format: Intl.DateTimeFormat, value: string): string {
  const time = Date.parse(value)
  return Number.isNaN(time) ? value : format.format(time)
}
