'use client'
import type { KeyboardEvent } from 'react'
import { useResultTable } from '../ResultTableContext.ts'
import type { CellSelection } from '../selection/useCellSelection.ts'
import type { GridFocus } from './createGridFocus.ts'
import { moveInGrid } from './moveInGrid.ts'

type GridKeysOptions = {
  focus: GridFocus
  selection: CellSelection
  rowsPerPage: number
  rightToLeft: boolean
  /** Lines below the rows, such as totals. */
  linesBelow: number
  heading: HeadingActions
  onFind(): void
}

/** What keys do on a heading, by the place of its column. */
export type HeadingActions = {
  openMenu(index: number): void
  widen(index: number, by: number): void
  move(index: number, by: -1 | 1): void
}

const widenBy = 16

/** Keys as the ARIA grid pattern has them, and those of headings, groups and find. */
export function useGridKeys(options: GridKeysOptions) {
  const { focus, selection, rowsPerPage, rightToLeft, linesBelow, heading, onFind } = options
  const { arranged, shown } = useResultTable()

  function onHeadingKey({ key, altKey, shiftKey, ctrlKey }: KeyboardEvent): boolean {
    const { row, column } = focus.position()
    if (row !== -1) return false
    const side = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
    const step = (rightToLeft ? -side : side) as -1 | 0 | 1
    const opens = (altKey && key === 'ArrowDown') || key === 'ContextMenu' || (shiftKey && key === 'F10')
    if (opens) heading.openMenu(column)
    else if (step && altKey && shiftKey) heading.widen(column, step * widenBy)
    else if (step && ctrlKey && shiftKey) heading.move(column, step)
    else return false
    return true
  }

  /** On the name of a group, towards the end opens it and towards the start closes it. */
  function onGroupKey({ key }: KeyboardEvent): boolean {
    const { row, column } = focus.position()
    const line = column === 0 ? arranged.lineAt(row) : undefined
    if (line?.kind !== 'group') return false
    if (key !== (line.open === rightToLeft ? 'ArrowRight' : 'ArrowLeft')) return false
    arranged.toggleGroup(line.groupIndex)
    return true
  }

  function onMoveKey(event: KeyboardEvent): boolean {
    const from = focus.position()
    const to = moveInGrid(from, {
      key: event.key,
      toEdge: event.ctrlKey || event.metaKey,
      rowCount: arranged.lineCount + linesBelow,
      columnCount: shown.length,
      rowsPerPage,
      rightToLeft,
    })
    if (!to || event.altKey) return false
    if (event.shiftKey && to.row >= 0 && from.row >= 0) selection.extendTo(to, from)
    else selection.clear()
    focus.focusAt(to)
    return true
  }

  return function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || !isInCell(event.target)) return
    const finds = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)
    if (finds) onFind()
    const handled = finds || onHeadingKey(event) || onGroupKey(event) || onMoveKey(event)
    if (handled) event.preventDefault()
    else selection.onKeyDown(event)
  }
}

function isInCell(target: EventTarget): boolean {
  return target instanceof Element && target.closest('td, th') !== null
}
