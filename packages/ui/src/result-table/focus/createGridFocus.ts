import type { GridPosition } from './moveInGrid.ts'

/** A row far away is drawn some frames after scrolling; on a busy page later. */
const framesToWait = 180

/**
 * One stop for the Tab key in the whole grid, arrow keys within. The place lives outside React's state: a key press must
 * not draw a thousand cells again.
 */
export function createGridFocus() {
  let grid: HTMLElement | null = null
  let show: (position: GridPosition) => void = () => {}
  let active: GridPosition = { row: -1, column: 0 }
  /** Where the focus is on its way to. */
  let wanted: GridPosition | undefined
  let hasFocus = false

  function elementAt({ row, column }: GridPosition) {
    return grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
  }

  function activate(position: GridPosition) {
    elementAt(active)?.setAttribute('tabindex', '-1')
    active = position
    elementAt(position)?.setAttribute('tabindex', '0')
  }

  function reach(position: GridPosition, framesLeft: number) {
    if (wanted !== position) return
    const element = elementAt(position)
    if (!element) {
      if (framesLeft > 0) requestAnimationFrame(() => reach(position, framesLeft - 1))
      return
    }
    wanted = undefined
    activate(position)
    element.focus({ preventScroll: true })
  }

  function focusAt(position: GridPosition) {
    wanted = position
    show(position)
    reach(position, framesToWait)
  }

  return {
    /** The element that holds the cells, and how a place in it is brought into view. */
    attach(element: HTMLElement | null, bringIntoView: (position: GridPosition) => void) {
      grid = element
      show = bringIntoView
    },
    focusAt,
    /** The cell with the focus is about to stand elsewhere: the focus goes with it. */
    follow(position: GridPosition) {
      requestAnimationFrame(() => focusAt(position))
    },
    /** Where the focus is, or is going. */
    position: (): GridPosition => wanted ?? active,
    /** When cells are drawn anew, the element that had the focus is gone: its place gets it back. */
    restore(rowCount: number, columnCount: number) {
      const position = wanted ?? active
      const inside = { row: Math.min(position.row, rowCount - 1), column: Math.min(position.column, columnCount - 1) }
      if (inside.column < 0) return
      if (hasFocus && !grid?.contains(document.activeElement)) focusAt(inside)
      else if (!hasFocus && !elementAt(active)) activate(inside)
    },
    onFocus({ target }: { target: HTMLElement }) {
      hasFocus = true
      const { row, column } = target.dataset
      if (row !== undefined && column !== undefined) activate({ row: Number(row), column: Number(column) })
    },
    onBlur({ target, relatedTarget }: { target: HTMLElement; relatedTarget: Element | null }) {
      if (target.isConnected && !grid?.contains(relatedTarget)) hasFocus = false
    },
    /** For the element of a cell that takes the focus. */
    targetProps: (row: number, column: number) => ({
      'data-row': row,
      'data-column': column,
      tabIndex: active.row === row && active.column === column ? 0 : -1,
    }),
  }
}

export type GridFocus = ReturnType<typeof createGridFocus>
