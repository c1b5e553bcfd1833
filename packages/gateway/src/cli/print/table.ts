import type { Cell, Column, Row } from '@lakefront/contract'
import stringWidth from 'string-width'
import { formatCell, isNumeric } from './formatCell.ts'

const shownRows = 50
const widestColumn = 48

/** An aligned table without the key columns; long results are cut, and say so. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly Row[],
  { rowCount }: { rowCount: number },
): string {
  if (rows.length === 0) return 'No rows.'
  const shown = columns.flatMap((column, index) => (column.role === 'key' ? [] : [{ column, index }]))
  const visible = shown.length > 0 ? shown : columns.map((column, index) => ({ column, index }))
  const cells = rows
    .slice(0, shownRows)
    .map((row) => visible.map(({ column, index }) => show(row[index] ?? null, column)))
  const headings = visible.map(({ column }) => clip(column.title ?? column.name))
  const widths = headings.map((heading, at) =>
    Math.max(...[heading, ...cells.map((row) => row[at]!)].map((text) => stringWidth(text))),
  )
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => pad(text, widths[at]!, isNumeric(visible[at]!.column)))
      .join('  ')
      .trimEnd()
  const more = rowCount - cells.length
  return [
    line(headings),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...cells.map(line),
    ...(more > 0 ? [`… and ${more.toLocaleString('en-US')} more rows; --json prints all of them`] : []),
  ].join('\n')
}

function show(value: Cell, column: Column): string {
  return clip(formatCell(value, column))
}

function clip(text: string): string {
  if (stringWidth(text) <= widestColumn) return text
  let clipped = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(clipped + segment) >= widestColumn) break
    clipped += segment
  }
  return `${clipped}…`
}

function pad(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(width - stringWidth(text))
  return isRight ? space + text : text + space
}
