import type { Cell, Column } from '@lakefront/react'
import { columnTitle } from '../format/cell.ts'
import { isNumeric } from '../format/number.ts'

/** Rows to write out, read by index. */
export type ExportRows = {
  columns: readonly Column[]
  rowCount: number
  valueAt(rowIndex: number, columnIndex: number): Cell
}

const startsFormula = /^[=+\-@\t\r]/
const needsQuotes = /[",\r\n]/
const breaksTabular = /[\t\r\n]+/g
/** What is written in one go takes a few milliseconds. */
const cellsPerPart = 10_000

/**
 * A value as a spreadsheet may safely open it. Text that would start a formula gets an apostrophe in front; numbers,
 * dates and bytes stay what they are.
 */
export function harmless(value: Cell, column: Column): string {
  if (value === null) return ''
  const text = String(value)
  // Decimals whose scale a source did not tell travel as text.
  const isFree = column.type === 'text' || (column.type === 'decimal' && !isNumeric(value))
  return isFree && startsFormula.test(text) ? `'${text}` : text
}

/**
 * CSV as RFC 4180 has it, written a little at a time, so that the page goes on answering. Nothing is an empty field, an
 * empty text is `""`. The byte order mark makes spreadsheets read it as UTF-8.
 */
export async function csvBlob(rows: ExportRows, signal: AbortSignal): Promise<Blob> {
  const heading = csvLine(rows.columns.map((column) => csvField(columnTitle(column), { name: '', type: 'text' })))
  const parts = ['\uFEFF', heading]
  const rowsPerPart = Math.max(1, Math.floor(cellsPerPart / Math.max(1, rows.columns.length)))
  for (let start = 0; start < rows.rowCount; start += rowsPerPart) {
    signal.throwIfAborted()
    parts.push(csvPart(rows, start, Math.min(start + rowsPerPart, rows.rowCount)))
    await nextTask()
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

function csvPart({ columns, valueAt }: ExportRows, start: number, end: number): string {
  let text = ''
  for (let row = start; row < end; row += 1) {
    text += csvLine(columns.map((column, index) => csvField(valueAt(row, index), column)))
  }
  return text
}

function csvField(value: Cell, column: Column): string {
  const text = harmless(value, column)
  if (text === '') return value === null ? '' : '""'
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function csvLine(fields: readonly string[]): string {
  return `${fields.join(',')}\r\n`
}

/** Lets the page do what waits, without the pause that nested timers get. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
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
