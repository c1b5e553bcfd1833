'use client'
import { type KeyboardEvent, type PointerEvent, useCallback, useState } from 'react'
import type { GridFocus } from '../focus/createGridFocus.ts'
import type { GridPosition } from '../focus/moveInGrid.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { blockOf, type CellRange, withinTable } from './cellRange.ts'
import { dragOverCells } from './dragOverCells.ts'
import { type Copied, useCopyCells } from './useCopyCells.ts'

/** A block of cells, chosen with Shift and the arrow keys or by dragging; what copying takes. */
export function useCellSelection(focus: GridFocus, onCopied: (copied: Copied) => void) {
  const { arranged, shown } = useResultTable()
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

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || event.pointerType === 'touch') return
      const from = focus.position()
      const extending = event.shiftKey && from.row >= 0
      if (!extending) setRange(undefined)
      dragOverCells(event.nativeEvent, ({ start, head }) => {
        extendTo(head, extending ? from : start)
      })
    },
    [focus, extendTo],
  )

  return {
    block,
    extendTo,
    selectColumn,
    clear: () => setRange(undefined),
    onKeyDown,
    onPointerDown,
    onCopy: useCopyCells(focus, block, onCopied),
  }
}

export type CellSelection = ReturnType<typeof useCellSelection>
