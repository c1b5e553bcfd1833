'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useBrowserLayoutEffect, useLatest } from '../../kit/useLatest.ts'
import { useColumnLayout } from '../columns/useColumnLayout.ts'
import { useFind } from '../find/useFind.ts'
import { createGridFocus } from '../focus/createGridFocus.ts'
import { useGridKeys } from '../focus/useGridKeys.ts'
import { useColumnPopups } from '../headings/useColumnPopups.tsx'
import { useHeadingActions } from '../headings/useHeadingActions.ts'
import { type RecordReference, useResultTable } from '../ResultTableContext.ts'
import { useCellSelection } from '../selection/useCellSelection.ts'
import type { Copied } from '../selection/useCopyCells.ts'
import type { GridValue } from './GridContext.ts'
import { useGridWindow } from './useGridWindow.ts'
import { useShareScale } from './useShareScale.ts'
import { useViewport } from './useViewport.ts'

/** Everything behind the grid: where it is scrolled to, what has the focus, what is selected, open and looked for. */
export function useGridModel() {
  const { arranged, arrangement, shown, view } = useResultTable()
  const scrollerRef = useRef<HTMLDivElement>(null)
  const gridRef = useRef<HTMLTableElement>(null)
  const headRef = useRef<HTMLTableRowElement>(null)
  const [focus] = useState(createGridFocus)
  const [copied, setCopied] = useState<Copied>()

  const showsTotals = view.totals && arrangement.aggregates.length > 0
  const linesBelow = showsTotals ? 1 : 0
  const viewport = useViewport(scrollerRef, headRef)
  const layout = useColumnLayout(viewport)
  const { lineCount } = arranged
  const { starts } = layout
  const fixedLines = 1 + linesBelow
  const window = useGridWindow({
    scrollerRef,
    viewport,
    columns: shown,
    starts,
    rowCount: lineCount,
    fixedLines,
    focus,
  })
  const headings = useHeadingActions(layout, window.rows, focus)
  const popups = useColumnPopups(gridRef)
  const find = useFind(focus, window.show)
  const selection = useCellSelection(focus, setCopied)
  const onKeyDown = useGridKeys({
    focus,
    selection,
    rowsPerPage: window.rowsPerPage,
    rightToLeft: viewport.rightToLeft,
    linesBelow,
    heading: { ...headings, openMenu: (index) => shown[index] && popups.openMenu(shown[index].name) },
    onFind: find.start,
  })

  useBrowserLayoutEffect(() => focus.attach(gridRef.current, window.show))
  useEffect(() => focus.restore(lineCount + linesBelow, shown.length))

  return {
    refs: { scrollerRef, gridRef, headRef },
    viewport,
    layout,
    window,
    headings,
    popups,
    find,
    selection,
    copied,
    showsTotals,
    onKeyDown,
    context: useGridValue(focus),
  }
}

export type GridModel = ReturnType<typeof useGridModel>

/** Stays the same for as long as cells need not be drawn anew. */
function useGridValue(focus: GridValue['focus']): GridValue {
  const { rows, arranged, onOpenRecord, columns } = useResultTable()
  const shareScale = useShareScale({ columns, rows })
  const latest = useLatest({ onOpenRecord, arranged })
  const openRecord = useCallback((record: RecordReference) => latest.current.onOpenRecord?.(record), [latest])
  const toggleGroup = useCallback((group: number) => latest.current.arranged.toggleGroup(group), [latest])
  const { getCell } = rows
  const opens = onOpenRecord !== undefined
  return useMemo(
    () => ({ focus, getCell, shareScale, toggleGroup, openRecord: opens ? openRecord : undefined }),
    [focus, getCell, shareScale, toggleGroup, opens, openRecord],
  )
}
