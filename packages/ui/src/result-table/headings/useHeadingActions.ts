'use client'
import { useCallback } from 'react'
import { useLatest } from '../../kit/useLatest.ts'
import type { ColumnLayout } from '../columns/useColumnLayout.ts'
import type { GridFocus } from '../focus/createGridFocus.ts'
import { useResultTable } from '../ResultTableContext.ts'
import type { RowWindow } from '../rows/rowWindow.ts'
import { moveBeside, setWidth } from '../view/changeView.ts'

/** What headings do with their columns, by pointer, key and menu alike. */
export function useHeadingActions(layout: ColumnLayout, { first, end }: RowWindow, focus: GridFocus) {
  const table = useResultTable()
  const latest = useLatest({ ...table, layout, first, end })
  const widthOf = useCallback(
    (index: number) => {
      const { starts } = latest.current.layout
      return (starts[index + 1] ?? 0) - (starts[index] ?? 0)
    },
    [latest],
  )
  /** `undefined` fits the rows in view. */
  const resize = useCallback(
    (name: string, width: number | undefined) => {
      const { change, columns, arranged, layout, first, end } = latest.current
      const column = columns.find((known) => known.name === name)
      if (!column) return
      const lines = Array.from({ length: end - first }, (_, index) => arranged.lineAt(first + index))
      const inView = lines.flatMap((line) => (line?.kind === 'row' ? [line.rowIndex] : []))
      change(setWidth(name, width ?? layout.widthFor(column, inView)))
    },
    [latest],
  )
  function move(index: number, by: -1 | 1) {
    const { shown, columns, change } = latest.current
    const [column, target] = [shown[index], shown[index + by]]
    if (!column || !target) return
    change(moveBeside(columns, column.name, target, by < 0 ? 'before' : 'after'))
    focus.follow({ row: -1, column: index + by })
  }
  function widen(index: number, by: number) {
    const column = latest.current.shown[index]
    if (column) resize(column.name, widthOf(index) + by)
  }
  return { widthOf, resize, move, widen }
}
