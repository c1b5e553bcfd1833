'use client'
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { useKit } from '../kit/KitContext.ts'
import { toTabular } from '../result-export/exportText.ts'
import type { ResultTableValue } from './ResultTableContext.ts'

type RowRange = { anchor: number; end: number }

/** Rows next to each other, chosen with Shift and the arrow keys or the mouse; what copying takes. */
export function useRowSelection({ exported, columns, rows, rowAt }: ResultTableValue) {
  const { format } = useKit()
  const [range, setRange] = useState<RowRange>()
  const first = range ? Math.min(range.anchor, range.end) : 0
  const last = range ? Math.max(range.anchor, range.end) : -1

  function selectedText(): string {
    const valueAt: typeof exported.valueAt = (place, index) => exported.valueAt(first + place, index)
    return toTabular({ columns, rowCount: last - first + 1, valueAt })
  }

  function cellText(element: HTMLElement): string | undefined {
    const place = Number(element.dataset.row)
    const column = columns[Number(element.dataset.column)]
    return column && place >= 0 ? format.cell(rows.getCell(rowAt(place), column.columnIndex), column) : undefined
  }

  return {
    has: (place: number) => first <= place && place <= last,
    extend: (from: number, to: number) => setRange((known) => ({ anchor: known?.anchor ?? from, end: to })),
    extendTo: (to: number) => setRange((known) => ({ anchor: known?.anchor ?? to, end: to })),
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && range) {
        event.stopPropagation()
        setRange(undefined)
      }
      if (event.key === 'a' && (event.ctrlKey || event.metaKey) && rows.rowCount > 0) {
        event.preventDefault()
        setRange({ anchor: 0, end: rows.rowCount - 1 })
      }
    },
    onCopy(event: ClipboardEvent<HTMLElement>) {
      if (window.getSelection()?.isCollapsed === false) return
      const text = range ? selectedText() : cellText(event.target as HTMLElement)
      if (text === undefined) return
      event.clipboardData.setData('text/plain', text)
      event.preventDefault()
    },
  }
}

export type RowSelection = ReturnType<typeof useRowSelection>
