'use client'
import { type RefObject, useMemo, useState } from 'react'
import { useBrowserLayoutEffect } from '../../kit/useLatest.ts'
import { columnWindow, leftFor } from '../columns/columnWindow.ts'
import type { GridFocus } from '../focus/createGridFocus.ts'
import type { GridPosition } from '../focus/moveInGrid.ts'
import { type RowGeometry, rowWindow, scrollTopOf, tallestBody, topFor, topOf } from '../rows/rowWindow.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import { type Scrolled, useScrolled } from './useScrolled.ts'
import type { Viewport } from './useViewport.ts'

type GridWindowOptions = {
  scrollerRef: RefObject<HTMLElement | null>
  viewport: Viewport
  columns: readonly ShownColumn[]
  starts: readonly number[]
  rowCount: number
  /** Lines above and below the rows that stay in sight. */
  fixedLines: number
  focus: GridFocus
}

/**
 * Which rows and columns are in the page: those in view, and the one with the focus. Drawn anew within the frame of the
 * scrolling, and only when others come into view.
 */
export function useGridWindow({ scrollerRef, viewport, columns, starts, focus, ...lines }: GridWindowOptions) {
  const { geometry, onBodyHeight } = useRowGeometry(viewport, lines)
  const place = { columns, starts, room: viewport.width }
  const rowsAt = ({ top }: Scrolled) => rowWindow(geometry, top)
  const columnsAt = ({ left }: Scrolled) =>
    columnWindow({ ...place, scrolled: left, activeIndex: focus.position().column })
  const { scrolled, latest } = useScrolled(scrollerRef, {
    read: (scroller) => ({ top: topOf(geometry, scroller.scrollTop), left: Math.abs(scroller.scrollLeft) }),
    drawnAt: (at) => JSON.stringify([rowsAt(at), columnsAt(at)]),
  })
  useKeptTop(scrollerRef, geometry, latest)

  function show({ row, column }: GridPosition) {
    const scroller = scrollerRef.current
    if (!scroller) return
    const { top, left } = latest.current
    const nextTop = row >= 0 && row < geometry.rowCount ? topFor(geometry, row, top) : undefined
    const nextLeft = leftFor(place, column, left)
    if (nextTop !== undefined) scroller.scrollTop = scrollTopOf(geometry, nextTop)
    if (nextLeft !== undefined) scroller.scrollLeft = viewport.rightToLeft ? -nextLeft : nextLeft
  }

  // One list for as long as the same columns are in view, so that rows are not drawn anew.
  const columnKey = String(columnsAt(scrolled))
  const columnIndexes = useMemo(() => (columnKey === '' ? [] : columnKey.split(',').map(Number)), [columnKey])
  return {
    rows: rowsAt(scrolled),
    columnIndexes,
    bodyHeight: geometry.bodyHeight,
    rowsPerPage: Math.max(1, Math.floor(geometry.room / geometry.rowHeight) - 1),
    show,
    onBodyHeight,
  }
}

/** How high the rows are, all together and as the engine draws them. */
function useRowGeometry({ height, rowHeight }: Viewport, lines: { rowCount: number; fixedLines: number }) {
  const [engineHeight, setEngineHeight] = useState(Number.POSITIVE_INFINITY)
  const { rowCount, fixedLines } = lines
  const geometry: RowGeometry = {
    rowCount,
    rowHeight,
    room: Math.max(height - fixedLines * rowHeight, rowHeight),
    bodyHeight: Math.min(rowCount * rowHeight, tallestBody, engineHeight),
  }
  return {
    geometry,
    /** Told how high the engine has made the rows, which is less than asked for when the page is zoomed. */
    onBodyHeight: (actual: number) => {
      if (actual > 0 && actual < geometry.bodyHeight - 2) setEngineHeight(actual)
    },
  }
}

/** The same rows stay in view when more arrive, also where scrolling is faster than the rows are high. */
function useKeptTop(
  scrollerRef: RefObject<HTMLElement | null>,
  geometry: RowGeometry,
  latest: RefObject<Scrolled>,
): void {
  const { rowCount, rowHeight, bodyHeight } = geometry
  useBrowserLayoutEffect(() => {
    const scroller = scrollerRef.current
    const isScaled = bodyHeight < rowCount * rowHeight - 2
    const wanted = scrollTopOf(geometry, latest.current.top)
    if (scroller && isScaled && Math.abs(scroller.scrollTop - wanted) > 1) scroller.scrollTop = wanted
  }, [rowCount, rowHeight, bodyHeight])
}
