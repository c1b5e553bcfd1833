'use client'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { alignOf } from '../alignOf.ts'
import { cellStyle } from '../columns/useColumnLayout.ts'
import { useGrid } from '../grid/GridContext.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { AggregateText } from './AggregateText.tsx'
import styles from './rows.module.css'

/** What all rows that passed the filters come to. Stays in sight below them. */
export function TotalsRow({ columnIndexes }: { columnIndexes: readonly number[] }) {
  const { messages } = useKit()
  const { arranged, arrangement, shown } = useResultTable()
  const { focus } = useGrid()
  const place = arranged.lineCount
  const isSummedUp = (columnIndex: number) => arrangement.aggregates.some((known) => known.columnIndex === columnIndex)
  return (
    <tfoot className={css(styles.foot)}>
      <tr aria-rowindex={place + 2} className={css(styles.row)}>
        {columnIndexes.map((index) => {
          const column = shown[index]!
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the props of its place make it so
            <td
              key={column.name}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
              role="gridcell"
              aria-colindex={index + 1}
              data-align={alignOf(column)}
              data-pinned={column.pinned ?? undefined}
              className={css(styles.cell)}
              style={cellStyle(column, index)}
              {...focus.targetProps(place, index)}
            >
              {index === 0 && !isSummedUp(column.columnIndex) && messages.totals}
              {arranged.totals && <AggregateText column={column} values={arranged.totals} />}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}
