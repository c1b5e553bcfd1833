import type { Cell, Column, ResultPage } from '@lakefront/contract'

const shownRows = 10

/** The first rows of a result as a Markdown table, and how to get at the rest. */
export function resultToMarkdown(page: ResultPage): string {
  const { columns, rows, rowCount, truncated, handle } = page
  if (rows.length === 0 && rowCount === null)
    return `The rows are arriving. Read them with fetch_rows, handle \`${handle}\`.`
  if (rows.length === 0) return page.offset === 0 ? 'No rows.' : 'No more rows.'
  const total = rowCount === null ? 'more rows are arriving' : `${rowCount} ${rowCount === 1 ? 'row' : 'rows'}`
  const cut = truncated ? ', cut off by a limit' : ''
  const more = rowCount === null || rowCount > shownRows ? ` More with fetch_rows, handle \`${handle}\`.` : ''
  return `${tableToMarkdown(columns, rows)}\n\n${total}${cut}.${more}`
}

/** A Markdown table of at most ten rows, without the columns that only carry keys. */
export function tableToMarkdown(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const shown = columns.flatMap((column, index) => (column.role === 'key' ? [] : [{ column, index }]))
  const visible = shown.length > 0 ? shown : columns.map((column, index) => ({ column, index }))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(visible.map(({ column }) => toCell(column.title ?? column.name))),
    line(visible.map(({ column }) => (isNumber(column) ? '---:' : '---'))),
    ...rows.slice(0, shownRows).map((row) => line(visible.map(({ index }) => toCell(row[index] ?? null)))),
  ].join('\n')
}

function isNumber({ type }: Column): boolean {
  return type === 'integer' || type === 'decimal' || type === 'float'
}

/** Values are hostile: nothing in them may end the cell, start a tag or a link. */
function toCell(value: Cell): string {
  if (value === null) return ''
  return String(value)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\|`*_[\]<>]/g, '\\$&')
}
