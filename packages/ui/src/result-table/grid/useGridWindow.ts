'use client'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useBrowserLayoutEffect, useLatest } from '../../kit/useLatest.ts'
import { columnWindow, leftFor } from '../columns/columnWindow.ts'
import type { GridFocus } from '../focus/createGridFocus.ts'
import type { GridPosition } from '../focus/moveInGrid.ts'
import { type RowGeometry, rowWindow, scrollTopOf, tallestBody, topFor, topOf } from '../rows/rowWindow.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
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

type Scrolled = { top: number; left: number }

/**
 * Which rows and columns are in the page: those in view, and the one with the focus. Drawn anew within the frame of the
 * scrolling, and only when others come into view.
 */
export function useGridWindow(options: GridWindowOptions) {
  const { scrollerRef, viewport, columns, starts, rowCount, fixedLines, focus } = options
  const { rowHeight, width, height } = viewport
  const [engineHeight, setEngineHeight] = useState(Number.POSITIVE_INFINITY)
  const [scrolled, setScrolled] = useState<Scrolled>({ top: 0, left: 0 })
  const room = Math.max(height - fixedLines * rowHeight, rowHeight)
  const bodyHeight = Math.min(rowCount * rowHeight, tallestBody, engineHeight)
  const geometry: RowGeometry = { rowCount, rowHeight, room, bodyHeight }
  const place = { columns, starts, room: width }

  const rowsAt = ({ top }: Scrolled) => rowWindow(geometry, top)
  const columnsAt = ({ left }: Scrolled) =>
    columnWindow({ ...place, scrolled: left, activeIndex: focus.position().column })
  const rows = rowsAt(scrolled)
  const indexes = columnsAt(scrolled)
  const latest = useLatest({ geometry, place, rowsAt, columnsAt, rows, indexes })
  const scrolledRef = useRef(scrolled)

  useEffect(() => {
    const scroller = scrollerRef.current
    const onScroll = () => {
      if (!scroller) return
      const { geometry, rowsAt, columnsAt, rows, indexes } = latest.current
      const next = { top: topOf(geometry, scroller.scrollTop), left: Math.abs(scroller.scrollLeft) }
      scrolledRef.current = next
      const same = isSame(rowsAt(next), rows) && String(columnsAt(next)) === String(indexes)
      // Later would be a frame late: the reader would see a gap.
      if (!same) flushSync(() => setScrolled(next))
    }
    scroller?.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller?.removeEventListener('scroll', onScroll)
  }, [scrollerRef, latest])

  // The same rows stay in view when more arrive, also where scrolling is faster than the rows are high.
  useBrowserLayoutEffect(() => {
    const scroller = scrollerRef.current
    if (!scroller) return
    const wanted = scrollTopOf(geometry, scrolledRef.current.top)
    if (bodyHeight < rowCount * rowHeight - 2 && Math.abs(scroller.scrollTop - wanted) > 1) scroller.scrollTop = wanted
  }, [rowCount, rowHeight, bodyHeight])

  function show({ row, column }: GridPosition) {
    const scroller = scrollerRef.current
    if (!scroller) return
    const { geometry, place } = latest.current
    const top = row >= 0 && row < geometry.rowCount ? topFor(geometry, row, scrolledRef.current.top) : undefined
    if (top !== undefined) scroller.scrollTop = scrollTopOf(geometry, top)
    const left = leftFor(place, column, scrolledRef.current.left)
    if (left !== undefined) scroller.scrollLeft = viewport.rightToLeft ? -left : left
  }

  // One list for as long as the same columns are in view, so that rows are not drawn anew.
  const key = String(indexes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which
  const columnIndexes = useMemo(() => indexes, [key])
  return {
    rows,
    columnIndexes,
    bodyHeight,
    rowsPerPage: Math.max(1, Math.floor(room / rowHeight) - 1),
    show,
    /** Told how high the engine has made the rows, which may be less than asked for. */
    onBodyHeight: (actual: number) => {
      if (actual > 0 && actual < bodyHeight - 2) setEngineHeight(actual)
    },
  }
}

function isSame(one: ReturnType<typeof rowWindow>, other: ReturnType<typeof rowWindow>): boolean {
  return one.first === other.first && one.end === other.end && one.originTop === other.originTop
}
