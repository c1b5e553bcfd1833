'use client'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { alignOf } from './alignOf.ts'
import { CellText } from './CellText.tsx'
import { useGrid } from './GridContext.ts'
import { useResultTable, type VisibleColumn } from './ResultTableContext.ts'
import styles from './result-table.module.css'

type GridCellProps = { column: VisibleColumn; index: number; place: number; rowIndex: number }

/** One cell. Where a record lies behind it, the button inside takes the focus in its stead. */
export function GridCell({ column, index, place, rowIndex }: GridCellProps) {
  const { messages } = useKit()
  const { rows, onOpenRecord } = useResultTable()
  const { focus, shareScale } = useGrid()
  const value = rows.getCell(rowIndex, column.columnIndex)
  const id = column.keyIndex === undefined ? null : rows.getCell(rowIndex, column.keyIndex)
  const scale = shareScale.get(column.name)
  const target = focus.targetProps(place, index)
  const opens = column.opens && onOpenRecord && id !== null && value !== null

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus in its stead
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
      role="gridcell"
      aria-colindex={index + 1}
      data-align={alignOf(column)}
      data-role={column.role}
      className={css(styles.cell)}
      {...(!opens && target)}
    >
      {scale !== undefined && <ShareBar part={Number(value) / scale} />}
      {opens ? (
        <button
          type="button"
          {...target}
          className={css(kitStyles.link, styles.open)}
          title={messages.openRecord(String(value))}
          onClick={() => onOpenRecord({ entity: column.opens!.entity, id: String(id), label: String(value) })}
        >
          <CellText value={value} column={column} />
        </button>
      ) : (
        <CellText value={value} column={column} />
      )}
    </td>
  )
}

/** How large a share is beside the largest. The number says the same, so this is only drawn. */
function ShareBar({ part }: { part: number }) {
  if (!(part > 0)) return null
  return (
    <span aria-hidden="true" className={css(styles.bar)}>
      <span className={css(styles.barFill)} style={{ inlineSize: `${Math.min(part, 1) * 100}%` }} />
    </span>
  )
}
