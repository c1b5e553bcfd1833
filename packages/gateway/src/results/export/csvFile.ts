import { setImmediate } from 'node:timers/promises'
import type { Cell, Column } from '@lakefront/contract'
import type { ArrowType } from '../../arrow/port.ts'
import type { ExportRows, WriteFile } from './port.ts'

export type CsvOptions = {
  /** Text as it is, and no byte order mark: for programs. Otherwise a spreadsheet can open the file without harm. */
  isExact: boolean
}

const byteOrderMark = '\uFEFF'
const needsQuotes = /[",\r\n]/
const startsFormula = /^[=+\-@\t\r]/
const numberText = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i
/** So many cells are written before others get their turn. */
const cellsPerPiece = 32_768

/**
 * CSV as RFC 4180 has it, in UTF-8. Nothing is an empty field, an empty text is `""`. Text that a spreadsheet would run as
 * a formula gets an apostrophe in front; numbers, dates and bytes are never changed.
 */
export function csvFile({ isExact }: CsvOptions): WriteFile {
  return async function* write({ columns, types, batches }: ExportRows) {
    const encoder = new TextEncoder()
    const fields = types.map((type, index) => fieldWriter(columns[index]!, type, isExact))
    const rowsPerPiece = Math.max(1, Math.floor(cellsPerPiece / Math.max(1, columns.length)))
    const heading = columns.map(({ title, name }) => textField(title ?? name, isExact))
    yield encoder.encode(`${isExact ? '' : byteOrderMark}${heading.join(',')}\r\n`)
    for await (const batch of batches) {
      for (let start = 0; start < batch.rowCount; start += rowsPerPiece) {
        yield encoder.encode(linesOf(batch.rows(start, start + rowsPerPiece), fields))
        await setImmediate()
      }
    }
  }
}

type FieldWriter = (cell: Exclude<Cell, null>) => string

function linesOf(rows: readonly (readonly Cell[])[], fields: readonly FieldWriter[]): string {
  let text = ''
  for (const row of rows) {
    text += `${row.map((cell, index) => (cell === null ? '' : fields[index]!(cell))).join(',')}\r\n`
  }
  return text
}

function fieldWriter({ type }: Column, arrow: ArrowType, isExact: boolean): FieldWriter {
  if (arrow.kind === 'binary') return (cell) => textField(String(cell), true)
  if (arrow.kind !== 'text') return String
  if (type === 'list' || type === 'struct') return (cell) => quoted(String(cell))
  return (cell) => textField(String(cell), isExact || (type === 'decimal' && numberText.test(String(cell))))
}

function textField(text: string, isExact: boolean): string {
  if (text === '') return '""'
  return quoted(!isExact && startsFormula.test(text) ? `'${text}` : text)
}

function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
