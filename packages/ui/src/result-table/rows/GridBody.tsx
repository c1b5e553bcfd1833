'use client'
import { useEffect } from 'react'
import { css } from '../../kit/css.ts'
import type { ShownMatches } from '../find/matchesInView.ts'
import { useGrid } from '../grid/GridContext.ts'
import { useResultTable } from '../ResultTableContext.ts'
import type { CellBlock } from '../selection/cellRange.ts'
import { GridRow } from './GridRow.tsx'
import { GroupRow } from './GroupRow.tsx'
import styles from './rows.module.css'
import type { RowWindow } from './rowWindow.ts'

type GridBodyProps = {
  window: RowWindow
  rowHeight: number
  /** Columns in view, by their places among those shown. */
  columnIndexes: readonly number[]
  selected: CellBlock | undefined
  matches: ShownMatches
}

/** The lines in view, each at its place. */
export function GridBody({ window, rowHeight, columnIndexes, selected, matches }: GridBodyProps) {
  const { rows, arranged, arrangement, shown } = useResultTable()
  const { focus } = useGrid()
  const { first, end, origin, originTop } = window
  useLook(first, end)

  return (
    <tbody className={css(styles.body)} style={{ insetBlockStart: rowHeight + originTop }}>
      {placesToDraw(window, focus.position().row, arranged.lineCount).map((place) => {
        const line = arranged.lineAt(place)
        // The one kept for its focus stands just out of sight, since far away is too far for engines.
        const top = (Math.min(Math.max(place, first - 1), end) - origin) * rowHeight
        const common = {
          ...{ place, top, shown, columnIndexes },
          from: selected && selected.top <= place && place <= selected.bottom ? selected.start : -1,
          to: selected?.end ?? -1,
          found: matches.columnsOf(place),
          current: matches.current?.line === place ? matches.current.columnIndex : -1,
        }
        if (line?.kind === 'group') return <GroupRow key={place} {...common} line={line} />
        const rowIndex = line?.rowIndex ?? -1
        return (
          <GridRow
            key={place}
            {...common}
            rowIndex={rowIndex}
            held={rows.isHeld(rowIndex)}
            level={arrangement.groupBy === null ? undefined : 2}
            whole={selected?.start === 0 && selected.end === shown.length - 1}
          />
        )
      })}
    </tbody>
  )
}

/** Says which rows are in sight: the page lets go of others first, and reads these again if it had. */
function useLook(first: number, end: number) {
  const { rows } = useResultTable()
  const { look } = rows
  useEffect(() => look(first, end), [look, first, end])
}

function placesToDraw({ first, end }: RowWindow, active: number, lineCount: number): readonly number[] {
  const places = Array.from({ length: Math.max(end - first, 0) }, (_, index) => first + index)
  if (active < 0 || active >= lineCount || (first <= active && active < end)) return places
  return active < first ? [active, ...places] : [...places, active]
}
