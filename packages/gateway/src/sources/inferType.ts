import type { Column } from '@lakefront/contract'

type Shape = Pick<Column, 'type' | 'scale'>

const integerText = /^-?(0|[1-9]\d{0,17})$/
const decimalText = /^-?(0|[1-9]\d{0,20})\.\d{1,12}$/
/** Digits that fit a decimal of 38. */
const exactText = /^-?\d{1,25}(\.\d{1,13})?$/
const dateText = /^\d{4}-\d{2}-\d{2}$/
const timestampText = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}(:?\d{2})?)?$/

/** What the values of an untyped column have in common. Text with leading zeros stays text: it identifies something. */
export function inferType(values: readonly unknown[]): Shape {
  const known = values.filter((value) => value !== null && value !== undefined)
  if (known.length === 0) return { type: 'text' }
  if (known.every((value) => typeof value === 'boolean')) return { type: 'boolean' }
  if (known.every(isInteger)) return { type: 'integer' }
  if (known.some((value) => typeof value === 'number'))
    return known.every(isNumeric) ? numberShape(known) : { type: 'text' }
  if (known.every((value) => Array.isArray(value))) return { type: 'list' }
  if (known.every((value) => typeof value === 'object')) return { type: 'struct' }
  const texts = known.map(String)
  const all = (...patterns: RegExp[]) => texts.every((text) => patterns.some((pattern) => pattern.test(text)))
  if (all(integerText, decimalText)) return { type: 'decimal', scale: largestScale(texts) }
  if (all(dateText)) return { type: 'date' }
  return all(timestampText) ? { type: 'timestamp' } : { type: 'text' }
}

/** Numbers of which some are text have more digits than floating point holds. */
function numberShape(known: readonly unknown[]): Shape {
  const texts = known.map(String)
  const isExact = known.some((value) => typeof value === 'string') && texts.every((text) => exactText.test(text))
  return isExact ? { type: 'decimal', scale: largestScale(texts) } : { type: 'float' }
}

/** Most digits after the decimal point. */
export function largestScale(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.split('.')[1]?.length ?? 0), 0)
}

function isInteger(value: unknown): boolean {
  return typeof value === 'number'
    ? Number.isSafeInteger(value)
    : typeof value === 'bigint' || integerText.test(String(value))
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || integerText.test(String(value)) || decimalText.test(String(value))
}
