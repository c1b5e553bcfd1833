'use client'
import { memo } from 'react'
import { css } from '../../kit/css.ts'
import styles from '../grid/grid.module.css'
import type { ShownColumn } from '../view/shownColumns.ts'
import { GridCell } from './GridCell.tsx'

type GridRowProps = {
  place: number
  /** Where it stands below the origin, in pixels. */
  top: number
  rowIndex: number
  /** The page has its values. */
  held: boolean
  shown: readonly ShownColumn[]
  columnIndexes: readonly number[]
  /** First and last column of it that are selected; -1 when none is. */
  from: number
  to: number
  /** Every column is selected, not only those in view. */
  whole: boolean
  /** Columns of the result in which something was found, with a comma around each. */
  found: string
  /** The column of the result that holds the match people are at; -1 when it is elsewhere. */
  current: number
}

/** One row of the result. Drawn anew only when something of it has changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { place, top, rowIndex, held, shown, columnIndexes, from, to, whole, found, current } = props
  const selected = from !== -1 && whole
  return (
    <tr
      aria-rowindex={place + 2}
      aria-selected={selected || undefined}
      className={css(styles.row)}
      style={{ insetBlockStart: top }}
    >
      {columnIndexes.map((index) => {
        const column = shown[index]!
        return (
          <GridCell
            key={column.name}
            column={column}
            index={index}
            place={place}
            rowIndex={rowIndex}
            held={held}
            selected={from !== -1 && from <= index && index <= to}
            match={column.columnIndex === current ? 'current' : isIn(found, column.columnIndex) ? 'other' : undefined}
          />
        )
      })}
    </tr>
  )
})

const isIn = (list: string, columnIndex: number) => list !== '' && list.includes(`,${columnIndex},`)
