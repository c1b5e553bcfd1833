import type { Column } from '@lakefront/contract'
import { nanoseconds } from './cellColumn.ts'
import { isExact, scaledInteger } from './exactText.ts'
import { daysOf, momentOf } from './timeText.ts'
import type { BigintVector, NumberVector } from './vector.ts'

type Rounding = 'down' | 'up'

const lastNanosecondOfDay = 86_400_000_000_000n - 1n
const nanosecondDigits = 9

/**
 * What a cell's text is among the values of a vector; `undefined` for a text that is no value of its kind. What is finer
 * than the column is rounded, `down` for an upper end and `up` for a lower one; a day ends with its last moment.
 */
export function valueOfText(
  { type }: Column,
  { kind, scale }: NumberVector | BigintVector,
  text: string,
  rounding: Rounding,
): number | bigint | undefined {
  if (type === 'boolean') return text === 'true' ? 1 : text === 'false' ? 0 : undefined
  if (type === 'date') return daysOf(text.slice(0, 10))
  if (scale === null) return text === 'NaN' ? Number.NaN : finiteOrInfinite(text)
  const scaled = type === 'timestamp' ? scaledMoment(text, scale, rounding) : scaledNumber(text, scale, rounding)
  return kind === 'numbers' && scaled !== undefined ? Number(scaled) : scaled
}

function scaledNumber(text: string, scale: number, rounding: Rounding): bigint | undefined {
  return isExact(text) ? scaledInteger(text, scale, rounding) : undefined
}

function scaledMoment(text: string, scale: number, rounding: Rounding): bigint | undefined {
  const moment = momentOf(text)
  if (!moment) return undefined
  const instant = nanoseconds(moment) + (moment.dayOnly && rounding === 'down' ? lastNanosecondOfDay : 0n)
  const unit = 10n ** BigInt(nanosecondDigits - scale)
  const rest = ((instant % unit) + unit) % unit
  return (instant - rest) / unit + (rest > 0n && rounding === 'up' ? 1n : 0n)
}

function finiteOrInfinite(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isNaN(number) ? undefined : number
}
