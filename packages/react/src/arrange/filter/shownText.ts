import type { Column } from '@lakefront/contract'
import { exactText } from '../columns/exactText.ts'
import type { BigintVector, NumberVector } from '../columns/vector.ts'
import { foldText } from './foldText.ts'

export type ReaderSettings = { locale: string; timeZone?: string | undefined }

/** Whether a value that is no text has what somebody looks for, as its cell writes it or as people read it. */
export function valueMatcher(
  column: Column,
  vector: NumberVector | BigintVector,
  wanted: string,
  settings: ReaderSettings,
): (row: number) => boolean {
  const needle = foldText(wanted)
  if (column.type === 'boolean') return () => false
  if (column.type === 'date' || column.type === 'timestamp') return timeMatcher(column, vector, needle, settings)
  const needles = [needle, plainNumber(wanted, settings.locale) ?? needle].filter(mayBeInNumber)
  if (needles.length === 0) return () => false
  const percent = column.unit === 'percent'
  return (row) => {
    const text = numberText(vector.values[row]!, vector.scale, percent)
    return needles.some((each) => text.includes(each))
  }
}

/** Words are in no number, so none has to be written out to look for them. */
function mayBeInNumber(needle: string): boolean {
  return /^[-+.\deaifnty]*$/.test(needle)
}

/** A fraction that is read as a percentage is looked for as one. */
function numberText(value: number | bigint, scale: number | null, percent: boolean): string {
  if (scale !== null) return exactText(value, percent ? scale - 2 : scale)
  return String(percent ? Number((Number(value) * 100).toPrecision(15)) : value).toLowerCase()
}

const millisecondsPerDay = 86_400_000
const millisecondsPerMinute = 60_000

/** Days and minutes are written once, however many rows have them. */
function timeMatcher(
  { type }: Column,
  { values, scale }: NumberVector | BigintVector,
  needle: string,
  { locale, timeZone }: ReaderSettings,
): (row: number) => boolean {
  const isDate = type === 'date'
  const unitMs = isDate ? millisecondsPerDay : millisecondsPerMinute
  const perUnit = isDate ? 1 : 60 * 10 ** (scale ?? 0)
  const shown = isDate
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) })
  const known = new Map<number, boolean>()
  return (row) => {
    const unit = Math.floor(Number(values[row]!) / perUnit)
    let matches = known.get(unit)
    if (matches === undefined) {
      const time = new Date(unit * unitMs)
      const iso = time.toISOString().slice(0, isDate ? 10 : 16)
      matches = foldText(`${iso}\n${shown.format(time)}`).includes(needle)
      known.set(unit, matches)
    }
    return matches
  }
}

/** `1.234,5 €` in German is `1234.5`; `undefined` for what is no number. */
function plainNumber(text: string, locale: string): string | undefined {
  if (/\p{L}/u.test(text) || !/\p{Nd}/u.test(text)) return undefined
  const format = new Intl.NumberFormat(locale, { useGrouping: false })
  const numerals = [...format.format(9_876_543_210)].reverse()
  const decimal = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value
  return [...text.replaceAll('−', '-')].map((each) => plainCharacter(each, numerals, decimal)).join('')
}

function plainCharacter(character: string, numerals: readonly string[], decimal: string | undefined): string {
  if (character === decimal) return '.'
  const digit = numerals.indexOf(character)
  if (digit >= 0) return String(digit)
  return /[-\d]/.test(character) ? character : ''
}
