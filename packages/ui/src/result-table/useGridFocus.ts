'use client'
import { type FocusEvent, type KeyboardEvent, type RefObject, useId, useRef } from 'react'
import { type GridPosition, moveInGrid } from './moveInGrid.ts'

type GridFocusOptions = {
  rowCount: number
  columnCount: number
  /** Told of a move to another row with the Shift key held. */
  onRowMove(from: number, to: number): void
  scrollerRef: RefObject<HTMLDivElement | null>
}

/** A row far away is drawn some frames after scrolling; on a busy page, or when its code is still loading, later. */
const framesToWait = 180

/**
 * One stop for the Tab key in the whole grid, arrow keys within. The place lives outside React's state: a key press must
 * not draw a thousand cells again.
 */
export function useGridFocus({ rowCount, columnCount, onRowMove, scrollerRef }: GridFocusOptions) {
  const gridId = useId()
  const gridRef = useRef<HTMLTableElement>(null)
  const active = useRef<GridPosition>({ row: -1, column: 0 })
  /** Where the focus is on its way to. */
  const wanted = useRef<GridPosition>(undefined)
  const hasFocus = useRef(false)
  const scrollToRow = useRef<(row: number) => void>(undefined)

  function elementAt({ row, column }: GridPosition) {
    return gridRef.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
  }

  function activate(position: GridPosition) {
    elementAt(active.current)?.setAttribute('tabindex', '-1')
    active.current = position
    elementAt(position)?.setAttribute('tabindex', '0')
  }

  function focusAt(position: GridPosition) {
    wanted.current = position
    reach(position, framesToWait)
  }

  function reach(position: GridPosition, framesLeft: number) {
    if (wanted.current !== position) return
    const element = elementAt(position)
    if (element) {
      wanted.current = undefined
      activate(position)
      element.focus()
      return
    }
    scrollToRow.current?.(position.row)
    if (framesLeft > 0) requestAnimationFrame(() => reach(position, framesLeft - 1))
  }

  /** When the rows are drawn anew, the element that had the focus is gone: its place gets it back. */
  function restore() {
    if (!hasFocus.current || gridRef.current?.contains(document.activeElement)) return
    focusAt(wanted.current ?? active.current)
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const scroller = scrollerRef.current
    const rowHeight = event.currentTarget.querySelector('tbody tr[aria-rowindex]')?.getBoundingClientRect().height ?? 1
    const from = wanted.current ?? active.current
    const to = moveInGrid(from, {
      key: event.key,
      toEdge: event.ctrlKey || event.metaKey,
      rowCount,
      columnCount,
      rowsPerPage: Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2),
      rightToLeft: scroller !== null && getComputedStyle(scroller).direction === 'rtl',
    })
    if (!to) return
    event.preventDefault()
    if (event.shiftKey && to.row >= 0 && from.row >= 0) onRowMove(from.row, to.row)
    focusAt(to)
  }

  function onBlur({ target, relatedTarget }: FocusEvent<HTMLElement>) {
    if (target.isConnected && !gridRef.current?.contains(relatedTarget)) hasFocus.current = false
  }

  function onFocus(event: FocusEvent<HTMLElement>) {
    hasFocus.current = true
    const { row, column } = event.target.dataset
    if (row !== undefined && column !== undefined) activate({ row: Number(row), column: Number(column) })
  }

  return {
    gridId,
    gridProps: { ref: gridRef, onFocus, onBlur },
    restore,
    onKeyDown,
    scrollToRow,
    activeRow: () => active.current.row,
    activePosition: () => active.current,
    /** For the element of a cell that takes the focus. */
    targetProps: (row: number, column: number) => ({
      'data-row': row,
      'data-column': column,
      tabIndex: active.current.row === row && active.current.column === column ? 0 : -1,
    }),
  }
}

export type GridFocus = ReturnType<typeof useGridFocus>
