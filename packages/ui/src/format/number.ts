import type { Cell, Column } from '@lakefront/react'

/** What `Intl.NumberFormat` reads without going through floating point. */
type Exact = Intl.StringNumericLiteral

const decimalPattern = /^-?\d+(\.\d+)?$/
const hyphenMinus = /-/g

/** Whether a cell is a number, as a JSON number or as an exact decimal string. */
export function isNumeric(value: Cell): value is number | string {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && decimalPattern.test(value)
}

/** Whether people read a column as numbers: aligned to the end, tabular, sorted by value. */
export function isNumberColumn({ type }: Pick<Column, 'type'>): boolean {
  return type === 'integer' || type === 'decimal' || type === 'float'
}

/** Typographic minus (U+2212), as wide as the digits; the hyphen that `Intl` gives is not. */
function withTrueMinus(text: string): string {
  return text.replace(hyphenMinus, '−')
}

/** `Intl.NumberFormat` costs far more to make than to use, so each is made once. */
export function createNumberFormats(locale: string) {
  const cache = new Map<string, Intl.NumberFormat>()

  return function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options)
    const found = cache.get(key)
    if (found) return found
    const made = new Intl.NumberFormat(locale, options)
    cache.set(key, made)
    return made
  }
}

export type NumberFormats = ReturnType<typeof createNumberFormats>

/** Writes a numeric cell as its column asks, without losing a digit of what is shown. */
export function formatNumber(numberFormat: NumberFormats, value: number | string, column: Column): string {
  return withTrueMinus(
    numberFormat({ signDisplay: 'negative', ...numberOptions(value, column) }).format(value as Exact),
  )
}

/** Pure: how a value of this column is written. */
function numberOptions(value: number | string, column: Column): Intl.NumberFormatOptions {
  const { type, unit, currency } = column
  if (unit === 'currency' && currency) return { style: 'currency', currency }
  if (unit === 'percent') return { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }
  if (unit === 'currency') return { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  if (type === 'integer') return { useGrouping: isQuantity(column), maximumFractionDigits: 0 }
  if (type === 'float') return floatOptions(Math.abs(Number(value)))
  return { minimumFractionDigits: column.scale ?? 0, maximumFractionDigits: column.scale ?? fractionDigits(value) }
}

/** Written out, a vast number would be mostly zeros, and so would a tiny one. */
function floatOptions(size: number): Intl.NumberFormatOptions {
  const isPlain = size === 0 || !Number.isFinite(size) || (1e-6 <= size && size < 1e15)
  return { maximumSignificantDigits: 6, ...(!isPlain && { notation: 'scientific' }) }
}

/** A year, an order number or a key is a name made of digits: grouping it would misread it. */
export function isQuantity({ role, unit, name }: Column): boolean {
  if (unit) return true
  if (role) return role !== 'key' && role !== 'dimension'
  return !/(^|_)(id|key|year|number|code|zip)$/i.test(name) && !/[a-z](ID|Id|Key|Year|Number|Code|Zip)$/.test(name)
}

function fractionDigits(value: number | string): number {
  return Math.min(String(value).split('.')[1]?.length ?? 0, 100)
}
