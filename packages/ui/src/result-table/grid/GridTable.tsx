'use client'
import type { MouseEvent } from 'react'
import { css } from '../../kit/css.ts'
import { useBrowserLayoutEffect } from '../../kit/useLatest.ts'
import { matchesInView } from '../find/matchesInView.ts'
import { GridHeadings } from '../headings/GridHeadings.tsx'
import { type ResultTableValue, useResultTable } from '../ResultTableContext.ts'
import { GridBody } from '../rows/GridBody.tsx'
import { TotalsRow } from '../rows/TotalsRow.tsx'
import { useGrid } from './GridContext.ts'
import styles from './grid.module.css'
import type { GridModel } from './useGridModel.ts'

/** Engines can be trusted with heights up to here. */
const surelyDrawn = 5_000_000

/** The table itself, in the place in which it scrolls. */
export function GridTable({ model, helpId }: { model: GridModel; helpId: string }) {
  const table = useResultTable()
  const { title, rows, arranged, arrangement, shown } = table
  const { focus } = useGrid()
  const { refs, viewport, layout, window, headings, popups, find, selection, showsTotals, onKeyDown } = model
  const { rowHeight } = viewport
  const { columnIndexes, bodyHeight, onBodyHeight } = window
  const fixedHeight = rowHeight * (showsTotals ? 2 : 1)

  useBrowserLayoutEffect(() => {
    if (bodyHeight > surelyDrawn) onBodyHeight((refs.gridRef.current?.offsetHeight ?? 0) - fixedHeight)
  }, [bodyHeight, fixedHeight])

  return (
    <div ref={refs.scrollerRef} data-scroller="" className={css(styles.scroller)}>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a grid of either kind supports it */}
      <table
        ref={refs.gridRef}
        role={arrangement.groupBy === null ? 'grid' : 'treegrid'}
        aria-label={title}
        aria-describedby={helpId}
        aria-multiselectable="true"
        aria-rowcount={rowCountOf(table, showsTotals)}
        aria-colcount={shown.length}
        aria-busy={rows.status === 'streaming' || arranged.status === 'working'}
        className={css(styles.table)}
        style={{ ...layout.style, blockSize: fixedHeight + bodyHeight }}
        onKeyDown={onKeyDown}
        onFocus={(event) => focus.onFocus(event)}
        onBlur={(event) => focus.onBlur(event)}
        onPointerDown={selection.onPointerDown}
        onClickCapture={keepFromOpening}
        onCopy={selection.onCopy}
      >
        <GridHeadings
          ref={refs.headRef}
          columnIndexes={columnIndexes}
          menuOf={popups.menuOf}
          openMenu={popups.openMenu}
          resize={headings.resize}
          widthOf={headings.widthOf}
        />
        <GridBody
          window={window.rows}
          rowHeight={rowHeight}
          columnIndexes={columnIndexes}
          selected={selection.block}
          matches={matchesInView(arranged.matches, window.rows, find.current)}
        />
        {showsTotals && <TotalsRow columnIndexes={columnIndexes} />}
      </table>
    </div>
  )
}

/** Lines with the headings; -1 while more may come. */
function rowCountOf({ rows, arranged, view }: ResultTableValue, showsTotals: boolean): number {
  const fixedLines = showsTotals ? 2 : 1
  const asTheyCame = view.groupBy === null && Object.keys(view.filters).length === 0
  if (!asTheyCame) return arranged.lineCount + fixedLines
  return rows.totalRowCount === null ? -1 : rows.totalRowCount + fixedLines
}

/** A press with Shift selects up to a cell; what lies in it is not opened. */
function keepFromOpening(event: MouseEvent) {
  if (!event.shiftKey || !(event.target instanceof Element) || !event.target.closest('tbody')) return
  event.preventDefault()
  event.stopPropagation()
}
