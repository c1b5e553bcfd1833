import type { Cell, ResultPage } from '@lakefront/contract'
import type { BatchWindow } from './createBatchWindow.ts'

/**
 * Reads rows from wherever they are. The first page goes on serving its own, until the stream has overtaken it and when
 * their batch was let go.
 */
export function createRowReader(batches: BatchWindow, getPage: () => ResultPage) {
  function rowOfPage(rowIndex: number) {
    const { rows, offset } = getPage()
    return rows[rowIndex - offset]
  }

  return {
    rowCount() {
      const { rows, offset } = getPage()
      return Math.max(batches.rowCount, offset + rows.length)
    },
    isHeld: (rowIndex: number) => batches.isHeld(rowIndex) || rowOfPage(rowIndex) !== undefined,
    getCell(rowIndex: number, columnIndex: number): Cell {
      const cell = batches.getCell(rowIndex, columnIndex)
      return cell === undefined ? (rowOfPage(rowIndex)?.[columnIndex] ?? null) : cell
    },
  }
}
