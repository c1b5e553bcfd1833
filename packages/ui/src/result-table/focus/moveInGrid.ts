/** A place in the grid. Row -1 is the heading row. */
export type GridPosition = { row: number; column: number }

type Move = {
  key: string
  /** Control, or Command on a Mac. */
  toEdge: boolean
  rowCount: number
  columnCount: number
  /** Rows that Page Up and Page Down pass over. */
  rowsPerPage: number
  rightToLeft: boolean
}

/** Where a key leads from a cell, as the ARIA grid pattern has it; `undefined` for keys that are not ours. */
export function moveInGrid(from: GridPosition, move: Move): GridPosition | undefined {
  const to = target(from, move)
  return to && { row: clamp(to.row, -1, move.rowCount - 1), column: clamp(to.column, 0, move.columnCount - 1) }
}

function target({ row, column }: GridPosition, move: Move): GridPosition | undefined {
  const { key, toEdge, rowCount, columnCount, rowsPerPage, rightToLeft } = move
  const step = rightToLeft ? -1 : 1
  switch (key) {
    case 'ArrowUp':
      return { row: toEdge ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: toEdge ? rowCount - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: column - step }
    case 'ArrowRight':
      return { row, column: column + step }
    case 'PageUp':
      return { row: Math.max(row - rowsPerPage, 0), column }
    case 'PageDown':
      return { row: row + rowsPerPage, column }
    case 'Home':
      return { row: toEdge ? 0 : row, column: 0 }
    case 'End':
      return { row: toEdge ? rowCount - 1 : row, column: columnCount - 1 }
    default:
      return undefined
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
