import type { Cell, Column } from '@lakefront/react'
import { columnTitle } from '../format/cell.ts'
import { isNumberColumn, isNumeric } from '../format/number.ts'

/** Rows to write out, read by index. */
export type ExportRows = {
  columns: readonly Column[]
  rowCount: number
  valueAt(rowIndex: number, columnIndex: number): Cell
}

const startsFormula = /^[=+\-@\t\r]/
const needsQuotes = /[",\r\n]/
const breaksTabular = /[\t\r\n]+/g
const rowsPerChunk = 5_000

/**
 * A value as a spreadsheet may safely open it. Text that would start a formula gets an apostrophe in front; numbers,
 * also negative ones, stay numbers.
 */
export function harmless(value: Cell, column: Column): string {
  if (value === null) return ''
  const text = String(value)
  if (isNumberColumn(column) && isNumeric(value)) return text
  return startsFormula.test(text) ? `'${text}` : text
}

/** CSV as RFC 4180 has it, in pieces, so that a long table never becomes one long string. */
export function* csvChunks(rows: ExportRows): Generator<string> {
  yield csvLine(rows.columns.map((column) => harmless(columnTitle(column), { name: '', type: 'text' })))
  for (let start = 0; start < rows.rowCount; start += rowsPerChunk) {
    const end = Math.min(start + rowsPerChunk, rows.rowCount)
    let chunk = ''
    for (let rowIndex = start; rowIndex < end; rowIndex += 1) chunk += csvLine(valuesOf(rows, rowIndex))
    yield chunk
  }
}

/** Tab-separated text for the clipboard, with headings. Spreadsheets paste it as cells. */
export function toTabular(rows: ExportRows): string {
  const lines = [rows.columns.map(columnTitle)]
  for (let rowIndex = 0; rowIndex < rows.rowCount; rowIndex += 1) lines.push(valuesOf(rows, rowIndex))
  return lines.map((line) => line.map((value) => value.replace(breaksTabular, ' ')).join('\t')).join('\n')
}

/** A name for the file that says what it holds and of when. */
export function fileName(title: string, day: Date, extension: string): string {
  const stem = title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return `${stem || 'result'}-${day.toISOString().slice(0, 10)}.${extension}`
}

function valuesOf({ columns, valueAt }: ExportRows, rowIndex: number): string[] {
  return columns.map((column, columnIndex) => harmless(valueAt(rowIndex, columnIndex), column))
}

function csvLine(values: readonly string[]): string {
  return `${values.map((value) => (needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\r\n`
}
