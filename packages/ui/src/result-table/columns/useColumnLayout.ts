'use client'
import { type CSSProperties, useCallback, useMemo } from 'react'
import { columnTitle } from '../../format/cell.ts'
import { useKit } from '../../kit/KitContext.ts'
import type { Viewport } from '../grid/useViewport.ts'
import { useResultTable, type VisibleColumn } from '../ResultTableContext.ts'
import { aggregateColumn } from '../view/aggregateOf.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import { pinnedWidth, startsOf } from './columnWindow.ts'
import { fitWidths } from './fitWidths.ts'
import { naturalWidths, textMeasure } from './naturalWidths.ts'

/** Rows looked at to find how wide a column must be. */
const rowsLookedAt = 60
const narrow = 480
/** Share of the room up to which columns stay in sight: beyond it, the others could not be read. */
const mostPinned = 0.7
/** Totals are bold: as much wider as two digits are. */
const boldRoom = '00'
/** What is left of a text, which has an ellipsis, so that the numbers beside it can be read. */
const leastText = 180
const leastTextWhenNarrow = 112
/** A group says how many rows it has, beside its name. */
const groupCount = 96

export type ColumnLayout = {
  /** Where each column begins, and where the last ends. */
  starts: readonly number[]
  /** Widths and places for the whole table: rows take theirs from it, so that a new width draws no row anew. */
  style: CSSProperties
  /** How wide a column must be to show some rows of the result. */
  widthFor(column: VisibleColumn, rowIndexes: readonly number[]): number
}

/** Gives each column its width: what somebody chose, else what it holds, and together what room there is. */
export function useColumnLayout({ width, font, fontsReady }: Viewport): ColumnLayout {
  const { columns, shown, rows, view } = useResultTable()
  const looked = Math.min(rows.rowCount, rowsLookedAt)
  const padding = width < narrow ? 18 : 26
  const totals = useTotalTexts()
  const widthsFor = useWidthsFor(font, padding, totals)

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that are looked at do not change; fonts that come do
  const natural = useMemo(
    () =>
      widthsFor(
        columns,
        Array.from({ length: looked }, (_, row) => row),
      ),
    [columns, looked, fontsReady, widthsFor],
  )
  const least = width < narrow ? leastTextWhenNarrow : leastText
  const layout = useMemo(() => {
    const wanted = shown.map(({ name, type }) => {
      const chosen = view.widths[name]
      const grouping = name === view.groupBy
      const own = chosen ?? (natural.get(name) ?? 0) + (grouping ? groupCount : 0)
      const gives = type === 'text' && !grouping
      return { width: own, chosen: chosen !== undefined, least: gives ? least : own }
    })
    const widths = fitWidths(wanted, width)
    const starts = startsOf(widths)
    return { starts, style: layoutStyle(shown, widths, starts, width) }
  }, [shown, natural, view.widths, view.groupBy, width, least])
  return {
    ...layout,
    widthFor: (column, rowIndexes) => widthsFor([column], rowIndexes).get(column.name) ?? 0,
  }
}

function useWidthsFor(font: string, padding: number, totals: ReadonlyMap<string, string>) {
  const { rows } = useResultTable()
  const { format } = useKit()
  const { getCell } = rows
  return useCallback(
    (columns: readonly VisibleColumn[], rowIndexes: readonly number[]) =>
      naturalWidths({
        columns,
        headingOf: columnTitle,
        textsOf: (column) => [
          totals.get(column.name) ?? '',
          ...rowIndexes.map((row) => format.cell(getCell(row, column.columnIndex), column)),
        ],
        measure: textMeasure(font),
        padding,
      }),
    [getCell, format, font, padding, totals],
  )
}

/** What the totals read, which are longer than any value; groups come to no more. */
function useTotalTexts(): ReadonlyMap<string, string> {
  const { rows, arranged, arrangement } = useResultTable()
  const { format, messages } = useKit()
  const texts = arrangement.aggregates.flatMap(({ columnIndex, aggregate }, position) => {
    const column = rows.columns[columnIndex]
    const total = arranged.totals?.[position] ?? null
    if (!column || total === null) return []
    const label = aggregate === 'sum' ? '' : `${messages.aggregates[aggregate]} `
    return [[column.name, `${label}${format.cell(total, aggregateColumn(column, aggregate))}${boldRoom}`] as const]
  })
  const key = JSON.stringify(texts)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which
  return useMemo(() => new Map(texts), [key])
}

function layoutStyle(
  columns: readonly ShownColumn[],
  widths: readonly number[],
  starts: readonly number[],
  room: number,
): CSSProperties {
  const total = starts.at(-1) ?? 0
  const place = { columns, starts, room }
  const stays = pinnedWidth(place, 'start') + pinnedWidth(place, 'end') <= room * mostPinned
  const insets = columns.flatMap(({ pinned }, index) => {
    if (pinned === null) return []
    const inset = pinned === 'start' ? starts[index]! : total - starts[index + 1]!
    return [[insetName(index), stays ? `${inset}px` : 'auto']]
  })
  return {
    inlineSize: total,
    '--lf-columns': widths.map((width) => `${width}px`).join(' '),
    ...Object.fromEntries(insets),
  } as CSSProperties
}

const insetName = (index: number) => `--lf-inset-${index}`

/** Where a cell stands in its row. */
export function cellStyle({ pinned }: { pinned: 'start' | 'end' | null }, index: number): CSSProperties {
  const gridColumn = index + 1
  if (pinned === 'start') return { gridColumn, insetInlineStart: `var(${insetName(index)})` }
  if (pinned === 'end') return { gridColumn, insetInlineEnd: `var(${insetName(index)})` }
  return { gridColumn }
}
