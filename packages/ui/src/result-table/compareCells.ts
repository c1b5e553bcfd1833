import type { Cell, Column } from '@lakefront/react'
import { isNumberColumn, isNumeric } from '../format/number.ts'

/** Orders two values of a column, neither of them null. */
export type CompareCells = (left: Cell, right: Cell) => number

/** How a column's values are ordered: numbers exactly, dates as ISO text, text as the reader's language has it. */
export function compareCells(column: Column, locale: string): CompareCells {
  if (isNumberColumn(column)) return compareNumbers
  if (column.type === 'date' || column.type === 'timestamp') return compareCodeUnits
  if (column.type === 'boolean') return (left, right) => Number(left) - Number(right)
  const collator = new Intl.Collator(locale, { numeric: true })
  return (left, right) => collator.compare(String(left), String(right))
}

/** Rounding to floating point never swaps two numbers, it only makes some equal: those are compared digit by digit. */
function compareNumbers(left: Cell, right: Cell): number {
  const difference = Number(left) - Number(right)
  if (difference !== 0 || typeof left === 'number' || typeof right === 'number') return difference || 0
  return isNumeric(left) && isNumeric(right) ? compareDecimals(String(left), String(right)) : 0
}

/** Compares two decimals of any length, such as `-12.50` and `-12.5`. */
export function compareDecimals(left: string, right: string): number {
  const scale = Math.max(fraction(left).length, fraction(right).length)
  const [a, b] = [scaled(left, scale), scaled(right, scale)]
  return a < b ? -1 : a > b ? 1 : 0
}

function compareCodeUnits(left: Cell, right: Cell): number {
  const [a, b] = [String(left), String(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

const fraction = (decimal: string) => decimal.split('.')[1] ?? ''

const scaled = (decimal: string, scale: number) =>
  BigInt(decimal.replace('.', '') + '0'.repeat(scale - fraction(decimal).length))
