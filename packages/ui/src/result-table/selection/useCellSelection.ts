'use client'
import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, useCallback, useState } from 'react'
import { useKit } from '../../kit/KitContext.ts'
import { useLatest } from '../../kit/useLatest.ts'
import type { GridFocus } from '../focus/createGridFocus.ts'
import type { GridPosition } from '../focus/moveInGrid.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { blockOf, type CellBlock, type CellRange, withinTable } from './cellRange.ts'
import { type CopiedCells, mostCopiedCells, toHtml, toTabText } from './clipboardText.ts'
import { dragOverCells } from './dragOverCells.ts'

/** What was copied, and whether something had to be left out. */
export type Copied = { text: string; partly: boolean }

/** A block of cells, chosen with Shift and the arrow keys or by dragging; what copying takes. */
export function useCellSelection(focus: GridFocus, onCopied: (copied: Copied) => void) {
  const { messages, format } = useKit()
  const { exported, arranged, shown } = useResultTable()
  const [range, setRange] = useState<CellRange>()
  const block = range && withinTable(blockOf(range), arranged.lineCount, shown.length)
  const last = { row: arranged.lineCount - 1, column: shown.length - 1 }

  const extendTo = useCallback(
    (head: GridPosition, from: GridPosition) => setRange((known) => ({ anchor: known?.anchor ?? from, head })),
    [],
  )
  const selectColumn = (column: number) => setRange({ anchor: { row: 0, column }, head: { row: last.row, column } })

  function onKeyDown(event: KeyboardEvent) {
    const { row, column } = focus.position()
    const control = event.ctrlKey || event.metaKey
    if (event.key === 'Escape' && range) setRange(undefined)
    else if (event.key.toLowerCase() === 'a' && control) setRange({ anchor: { row: 0, column: 0 }, head: last })
    else if (event.key === ' ' && event.ctrlKey) selectColumn(column)
    else if (event.key === ' ' && event.shiftKey && row >= 0) {
      setRange({ anchor: { row, column: 0 }, head: { row, column: last.column } })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const latest = useLatest({ focus, extendTo })
  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || event.pointerType === 'touch') return
      const from = latest.current.focus.position()
      const extending = event.shiftKey && from.row >= 0
      if (!extending) setRange(undefined)
      dragOverCells(event.nativeEvent, ({ start, head }) => {
        latest.current.extendTo(head, extending ? from : start)
      })
    },
    [latest],
  )

  function onCopy(event: ClipboardEvent<HTMLElement>) {
    if (window.getSelection()?.isCollapsed === false) return
    const { row, column } = focus.position()
    const single: CellBlock = { top: row, bottom: row, start: column, end: column }
    const wanted = block ?? (row >= 0 && row < arranged.lineCount ? single : undefined)
    if (!wanted) return
    const cells = cellsOf(wanted, exported)
    event.clipboardData.setData('text/plain', toTabText(cells))
    event.clipboardData.setData('text/html', toHtml(cells))
    event.preventDefault()
    const count = wanted.bottom - wanted.top + 1
    const partly = cells.rowCount < count
    const copied = format.count(cells.rowCount)
    const text = partly
      ? messages.copiedPart(copied, format.count(count))
      : block
        ? messages.copiedRows(count, copied)
        : messages.copied
    onCopied({ text, partly })
  }

  return { block, extendTo, selectColumn, clear: () => setRange(undefined), onKeyDown, onPointerDown, onCopy }
}

function cellsOf(
  { top, bottom, start, end }: CellBlock,
  exported: ReturnType<typeof useResultTable>['exported'],
): CopiedCells {
  const columns = exported.columns.slice(start, end + 1)
  const rowCount = Math.min(bottom - top + 1, Math.floor(mostCopiedCells / columns.length))
  return {
    columns,
    rowCount,
    valueAt: (row, index) => exported.valueAt(top + row, start + index),
    headings: top === 0 && bottom === exported.rowCount - 1,
  }
}

export type CellSelection = ReturnType<typeof useCellSelection>
