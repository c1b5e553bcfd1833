import type { Cell, Column } from '@lakefront/react'
import { formatBinary } from './binary.ts'
import { formatNumber, isNumberColumn, isNumeric, type NumberFormats } from './number.ts'
import type { createTimeFormats } from './time.ts'

type CellFormats = {
  numberFormat: NumberFormats
  time: ReturnType<typeof createTimeFormats>
  yes: string
  no: string
}

/** One value as people read it. `null` is the empty text: what stands for it is the table's to say. */
export function formatCell({ numberFormat, time, yes, no }: CellFormats, value: Cell, column: Column): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? yes : no
  if (isNumberColumn(column) && isNumeric(value)) return formatNumber(numberFormat, value, column)
  if (column.type === 'float' && isSpecialFloat(value)) return formatNumber(numberFormat, Number(value), column)
  if (typeof value === 'string' && column.type === 'binary') return formatBinary(numberFormat, value)
  if (typeof value === 'string' && column.type === 'date') return time.date(value)
  if (typeof value === 'string' && column.type === 'timestamp') return time.timestamp(value)
  return String(value)
}

/** What JSON has no number for travels as text. */
function isSpecialFloat(value: Cell): boolean {
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity'
}

/** Whether a value is below zero and should be coloured so. */
export function isNegative(value: Cell, column: Column): boolean {
  if (!isNumberColumn(column) || !isNumeric(value)) return false
  return typeof value === 'number' ? value < 0 : value.startsWith('-') && /[1-9]/.test(value)
}

/** What a heading reads. */
export function columnTitle(column: Column): string {
  return column.title ?? column.name.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase())
}
