'use client'
import { css } from '../kit/css.ts'
import { GridCell } from './GridCell.tsx'
import { useGrid } from './GridContext.ts'
import { useResultTable } from './ResultTableContext.ts'
import styles from './result-table.module.css'

/** One row at its place in the table. */
export function GridRow({ place }: { place: number }) {
  const { columns, rowAt } = useResultTable()
  const { selection } = useGrid()
  const selected = selection.has(place)
  return (
    <tr
      aria-rowindex={place + 2}
      aria-selected={selected}
      data-selected={selected || undefined}
      className={css(styles.row)}
      onMouseDown={(event) => {
        if (event.shiftKey) selection.extendTo(place)
      }}
    >
      {columns.map((column, index) => (
        <GridCell key={column.name} column={column} index={index} place={place} rowIndex={rowAt(place)} />
      ))}
    </tr>
  )
}
