import type { Cell, Column } from '@lakefront/contract'
import { numberWords } from '../numberWords.ts'

const locale = 'en-US'

/** A number as people write it, by the unit of its column; exact where it came as text. */
export function formatNumber(value: Cell, { unit, currency, scale }: Column): string {
  const number = value as Intl.StringNumericLiteral
  if (unit === 'currency' && currency)
    return minus(new Intl.NumberFormat(locale, { style: 'currency', currency }).format(number))
  if (unit === 'percent') return formatPercent(Number(value))
  const digits = scale ?? 2
  return minus(new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(number))
}

/** Short, for sentences: `$18.42 M`. */
export function formatShort(value: number, { unit, currency }: Column): string {
  if (unit === 'percent') return formatPercent(value)
  const size = Math.abs(value)
  const [divisor, suffix] = size >= 1e9 ? [1e9, ' B'] : size >= 1e6 ? [1e6, ' M'] : [1, '']
  const isMoney = unit === 'currency' && currency !== undefined
  const digits = divisor > 1 || isMoney ? 2 : 0
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: isMoney ? digits : 0,
    maximumFractionDigits: Math.max(digits, 2),
  }
  const style: Intl.NumberFormatOptions = isMoney ? { style: 'currency', currency } : {}
  return minus(new Intl.NumberFormat(locale, { ...options, ...style }).format(value / divisor)) + suffix
}

/** `11.9 %`. */
export function formatPercent(fraction: number): string {
  return `${minus(new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(fraction * 100))} %`
}

/** `three` up to twelve, digits from there on. */
export function countInWords(count: number): string {
  if (count === 0) return 'no'
  return numberWords[count] ?? count.toLocaleString(locale)
}

/** The true minus sign. */
const minus = (text: string) => text.replace(/^-/, '\u2212')

/**
 * A value of a row, safe in Markdown: nothing in it can become a link, a tag, a heading or emphasis. What means nothing
 * there stays as it is, so that names read plainly.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/&(?=#|\p{L}[\p{L}\d]*;)/gu, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/^(\s*)>/, '$1&gt;')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/, '$1\\$2')
    .replace(/^(\s*)\\(\d+)([.)])/, '$1$2\\$3')
}
