import type { Cell, Column } from '@lakefront/contract'
import { cellColumn } from './cellColumn.ts'
import type { ColumnReader } from './fillVector.ts'

/** Where the engine reads columns from. */
export type RowSource = {
  columns: readonly Column[]
  /** Ways of holding a column, best first; the last takes whatever comes. */
  readers(columnIndex: number): (() => ColumnReader)[]
}

/** Reads cells, as a page has them. */
export function cellSource(
  columns: readonly Column[],
  getCell: (rowIndex: number, columnIndex: number) => Cell,
): RowSource {
  return {
    columns,
    readers: (columnIndex) => cellColumn(columns[columnIndex]!, (rowIndex) => getCell(rowIndex, columnIndex)),
  }
}
