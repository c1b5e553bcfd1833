import type { Cell, Column } from '@lakefront/react'
import { columnTitle } from '../../format/cell.ts'
import { isNumberColumn, isNumeric } from '../../format/number.ts'
import { harmless } from '../../result-export/exportText.ts'

/** Cells for the clipboard, by their places in what is copied. */
export type CopiedCells = {
  columns: readonly Column[]
  rowCount: number
  valueAt(row: number, index: number): Cell
  /** Whole columns bring their headings. */
  headings: boolean
}

/** Cells that are put on the clipboard at once: more would hold the page up, and few programs would take them. */
export const mostCopiedCells = 100_000

const breaksTabular = /[\t\r\n]+/g

/** Values as the source has them, to the last digit, with a tab between; a formula stays text. */
export function toTabText(cells: CopiedCells): string {
  const lines = linesOf(cells, (value, column) => tabText(value, column))
  const headings = cells.headings ? [cells.columns.map((column) => tabText(columnTitle(column), heading(column)))] : []
  return [...headings, ...lines].map((line) => line.join('\t')).join('\n')
}

/** The same as a table. Programs are told which values are text, or they would cut the digits of long numbers. */
export function toHtml(cells: CopiedCells): string {
  const headings = cells.columns.map((column) => `<th>${escaped(columnTitle(column))}</th>`).join('')
  const rows = linesOf(cells, (value, column) => htmlCell(value, column)).map((line) => `<tr>${line.join('')}</tr>`)
  return `<meta charset="utf-8"><table>${cells.headings ? `<tr>${headings}</tr>` : ''}${rows.join('')}</table>`
}

function linesOf(
  { columns, rowCount, valueAt }: CopiedCells,
  write: (value: Cell, column: Column) => string,
): string[][] {
  return Array.from({ length: rowCount }, (_, row) =>
    columns.map((column, index) => write(valueAt(row, index), column)),
  )
}

const heading = (column: Column): Column => ({ name: column.name, type: 'text' })

function tabText(value: Cell, column: Column): string {
  return harmless(value, column).replace(breaksTabular, ' ')
}

/** Spreadsheets keep fifteen digits of a number. */
const keptDigits = 15

function htmlCell(value: Cell, column: Column): string {
  if (value === null) return '<td></td>'
  const text = String(value)
  const isNumber = isNumberColumn(column) && isNumeric(value) && text.replace(/\D/g, '').length <= keptDigits
  return isNumber ? `<td>${text}</td>` : `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
