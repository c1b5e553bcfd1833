'use client'
import type { Line } from '@lakefront/react'
import type { ClipboardEvent } from 'react'
import { useKit } from '../../kit/KitContext.ts'
import type { GridFocus } from '../focus/createGridFocus.ts'
import { type ResultTableValue, useResultTable } from '../ResultTableContext.ts'
import type { CellBlock } from './cellRange.ts'
import { type CopiedCells, mostCopiedCells, toHtml, toTabText } from './clipboardText.ts'

/** What was copied, and whether something had to be left out. */
export type Copied = { text: string; partly: boolean }

/** Puts the selected cells on the clipboard, or the one with the focus, and says how that went. */
export function useCopyCells(focus: GridFocus, block: CellBlock | undefined, onCopied: (copied: Copied) => void) {
  const { messages, format } = useKit()
  const table = useResultTable()
  const { lineCount } = table.arranged

  function wanted(): CellBlock | undefined {
    const { row, column } = focus.position()
    if (block) return block
    return row >= 0 && row < lineCount ? { top: row, bottom: row, start: column, end: column } : undefined
  }

  function outcome(copiedLines: number, lines: number): Copied {
    const copied = format.count(copiedLines)
    if (copiedLines < lines) return { text: messages.copiedPart(copied, format.count(lines)), partly: true }
    return { text: block ? messages.copiedRows(lines, copied) : messages.copied, partly: false }
  }

  return function onCopy(event: ClipboardEvent<HTMLElement>) {
    const cells = wanted()
    if (!cells || window.getSelection()?.isCollapsed === false) return
    const copied = copiedCells(cells, table)
    event.clipboardData.setData('text/plain', toTabText(copied))
    event.clipboardData.setData('text/html', toHtml(copied))
    event.preventDefault()
    onCopied(outcome(copied.rowCount, cells.bottom - cells.top + 1))
  }
}

/** The cells of a block, as many lines of it as fit the clipboard and are in the page. */
function copiedCells({ top, bottom, start, end }: CellBlock, table: ResultTableValue): CopiedCells {
  const { exported } = table
  const columns = exported.columns.slice(start, end + 1)
  const mostLines = Math.min(bottom - top + 1, Math.floor(mostCopiedCells / columns.length))
  return {
    columns,
    rowCount: heldLines(top, mostLines, table),
    valueAt: (row, index) => exported.valueAt(top + row, start + index),
    headings: top === 0 && bottom === exported.rowCount - 1,
  }
}

/** Lines from a place on whose values the page holds. */
function heldLines(top: number, most: number, { rows, arranged }: ResultTableValue): number {
  if (rows.held === 'all') return most
  const isHeld = (line: Line | undefined) =>
    line?.kind === 'group' || (line !== undefined && rows.isHeld(line.rowIndex))
  let count = 0
  while (count < most && isHeld(arranged.lineAt(top + count))) count += 1
  return count
}
