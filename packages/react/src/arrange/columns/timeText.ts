const datePattern = /^[+-]?\d{4,6}-\d{2}-\d{2}$/
const momentPattern =
  /^([+-]?\d{4,6}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i
const secondsPerDay = 86_400

/** Days since 1970; `undefined` for what is no date. */
export function daysOf(text: string): number | undefined {
  const milliseconds = datePattern.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : Math.round(milliseconds / (secondsPerDay * 1_000))
}

export type Moment = {
  /** Whole seconds since 1970. */
  seconds: number
  /** Digits of the fraction of a second, at most nine. */
  fraction: string
  /** A day was named and no time of it. */
  dayOnly: boolean
}

/** Reads a moment; what names no zone is taken as it stands. `undefined` for what is none. */
export function momentOf(text: string): Moment | undefined {
  const match = momentPattern.exec(text)
  if (!match) return undefined
  const [, day, minutes = '00:00', seconds = '00', fraction = '', zone = 'Z'] = match
  const milliseconds = Date.parse(`${day}T${minutes}:${seconds}${zone}`)
  if (Number.isNaN(milliseconds)) return undefined
  return { seconds: milliseconds / 1_000, fraction, dayOnly: match[2] === undefined }
}
