import { stripVTControlCharacters } from 'node:util'
import type { Cell, Column } from '@lakefront/contract'

/** Whether a column reads better aligned to the right. */
export function isNumeric({ type }: Column): boolean {
  return type === 'integer' || type === 'decimal' || type === 'float'
}

/** A value as people read it. Exact decimals are given to `Intl` as text, so no digit is lost. */
export function formatCell(value: Cell, column: Column): string {
  if (value === null) return '–'
  if (!isNumeric(column)) return printable(String(value))
  return formatter(column).format(value as Intl.StringNumericLiteral)
}

function formatter({ unit, currency, type, scale }: Column): Intl.NumberFormat {
  if (unit === 'currency') return new Intl.NumberFormat('en-US', { style: 'currency', currency: currency ?? 'USD' })
  if (unit === 'percent')
    return new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  if (type === 'integer' && unit === undefined) return new Intl.NumberFormat('en-US', { useGrouping: false })
  if (type === 'decimal')
    return new Intl.NumberFormat('en-US', { minimumFractionDigits: scale ?? 0, maximumFractionDigits: scale ?? 20 })
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })
}

/** Values are hostile: an escape sequence in a name must not steer the terminal. */
function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
}
