'use client'
import { memo } from 'react'
import { css } from '../../kit/css.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import { GridCell } from './GridCell.tsx'
import styles from './rows.module.css'

/** What every line of the table is drawn from: numbers and texts, so that it is easily told whether they changed. */
export type LineProps = {
  place: number
  /** Where it stands below the origin, in pixels. */
  top: number
  shown: readonly ShownColumn[]
  columnIndexes: readonly number[]
  /** First and last column of it that are selected; -1 when none is. */
  from: number
  to: number
  /** Columns of the result in which something was found, with a comma around each. */
  found: string
  /** The column of the result that holds the match people are at; -1 when it is elsewhere. */
  current: number
}

type GridRowProps = LineProps & {
  rowIndex: number
  /** The page has its values. */
  held: boolean
  /** Every column is selected, not only those in view. */
  whole: boolean
  /** How deep it lies, where there are groups. */
  level: number | undefined
}

/** One row of the result. Drawn anew only when something of it has changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { place, top, rowIndex, held, shown, columnIndexes, whole, level } = props
  const selected = props.from !== -1 && whole
  return (
    <tr
      aria-rowindex={place + 2}
      aria-level={level}
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
            selected={isSelected(props, index)}
            match={matchIn(props, column)}
          />
        )
      })}
    </tr>
  )
})

/** Whether a cell of the line is selected, by the place of its column. */
export function isSelected({ from, to }: LineProps, index: number): boolean {
  return from !== -1 && from <= index && index <= to
}

/** Whether something was found in a cell, and whether people are at it. */
export function matchIn({ found, current }: LineProps, { columnIndex }: ShownColumn): 'current' | 'other' | undefined {
  if (columnIndex === current) return 'current'
  return found !== '' && found.includes(`,${columnIndex},`) ? 'other' : undefined
}
