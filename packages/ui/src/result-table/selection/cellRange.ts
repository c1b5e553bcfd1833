import type { GridPosition } from '../focus/moveInGrid.ts'

/** A block of cells, from where it was begun to where it has got. */
export type CellRange = { anchor: GridPosition; head: GridPosition }

/** The block's edges, all of them inside it. */
export type CellBlock = { top: number; bottom: number; start: number; end: number }

/** The block between two cells, whichever was first. */
export function blockOf({ anchor, head }: CellRange): CellBlock {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    start: Math.min(anchor.column, head.column),
    end: Math.max(anchor.column, head.column),
  }
}

/** What of a block still is there once rows or columns are fewer. */
export function withinTable(block: CellBlock, rowCount: number, columnCount: number): CellBlock | undefined {
  const bottom = Math.min(block.bottom, rowCount - 1)
  const end = Math.min(block.end, columnCount - 1)
  return block.top <= bottom && block.start <= end ? { ...block, bottom, end } : undefined
}
