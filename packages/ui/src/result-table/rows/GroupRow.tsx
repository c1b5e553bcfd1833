'use client'
import type { Line } from '@lakefront/react'
import { memo } from 'react'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { alignOf } from '../alignOf.ts'
import { CellText } from '../CellText.tsx'
import { cellStyle } from '../columns/useColumnLayout.ts'
import { useGrid } from '../grid/GridContext.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import { AggregateText } from './AggregateText.tsx'
import contents from './contents.module.css'
import { isSelected, type LineProps, matchIn } from './GridRow.tsx'
import styles from './rows.module.css'

export type GroupLine = Extract<Line, { kind: 'group' }>

type GroupRowProps = LineProps & { line: GroupLine }

/** The heading of a group: its value, how many rows, and what they come to. A press opens and closes it. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { place, top, line, shown, columnIndexes } = props
  const { focus } = useGrid()
  return (
    <tr
      aria-rowindex={place + 2}
      aria-level={1}
      aria-expanded={line.open}
      className={css(styles.row, styles.group)}
      style={{ insetBlockStart: top }}
    >
      {columnIndexes.map((index) => {
        const column = shown[index]!
        const isName = index === 0
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus in its stead
          <td
            key={column.name}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
            role="gridcell"
            aria-colindex={index + 1}
            aria-selected={isSelected(props, index) || undefined}
            data-match={matchIn(props, column)}
            data-align={isName ? 'start' : alignOf(column)}
            data-pinned={column.pinned ?? undefined}
            className={css(styles.cell)}
            style={cellStyle(column, index)}
            {...(!isName && focus.targetProps(place, index))}
          >
            {isName ? (
              <GroupName place={place} line={line} column={column} />
            ) : (
              <AggregateText column={column} values={line.aggregates} />
            )}
          </td>
        )
      })}
    </tr>
  )
})

function GroupName({ place, line, column }: { place: number; line: GroupLine; column: ShownColumn }) {
  const { format } = useKit()
  const { focus, toggleGroup } = useGrid()
  return (
    <button
      type="button"
      {...focus.targetProps(place, 0)}
      aria-expanded={line.open}
      className={css(contents.groupButton)}
      onClick={() => toggleGroup(line.groupIndex)}
    >
      <Icon name="chevron" className={contents.groupMark} />
      <span className={css(contents.groupName)}>
        <CellText value={line.value} column={column} />
      </span>
      <span className={css(contents.groupCount)}>{format.rows(line.rowCount)}</span>
    </button>
  )
}
