import type { Column } from '@lakefront/react'
import { formatNumber, type NumberFormats } from './number.ts'

/** From here on `Intl` would write thousands of trillions. */
const leastScientific = 1e15

/**
 * The numbers beside an axis: as short as can be while no two read the same, as they would between 1,000,001 and
 * 1,000,004.
 */
export function formatAxis(numberFormat: NumberFormats, values: readonly number[], column: Column): string[] {
  for (const digits of [3, 6, 12]) {
    const labels = values.map((value) => formatTick(numberFormat, value, column, digits))
    if (new Set(labels).size === labels.length) return labels
  }
  return values.map((value) => formatNumber(numberFormat, value, column))
}

function formatTick(numberFormat: NumberFormats, value: number, column: Column, digits: number): string {
  const { unit, currency } = column
  const isVast = Math.abs(value) >= leastScientific
  const text = numberFormat({
    ...(unit === 'currency' && currency && { style: 'currency', currency }),
    ...(unit === 'percent' && { style: 'percent' }),
    notation: isVast ? 'scientific' : 'compact',
    maximumSignificantDigits: digits,
  }).format(value === 0 ? 0 : value)
  return text.replaceAll('-', '−')
}
