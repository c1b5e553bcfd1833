'use client'
import { memo, type ReactNode } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { VisuallyHidden } from '../../kit/VisuallyHidden.tsx'
import { alignOf } from '../alignOf.ts'
import { CellText } from '../CellText.tsx'
import { cellStyle } from '../columns/useColumnLayout.ts'
import { useGrid } from '../grid/GridContext.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import contents from './contents.module.css'
import styles from './rows.module.css'

type GridCellProps = {
  column: ShownColumn
  index: number
  place: number
  rowIndex: number
  held: boolean
  selected: boolean
  match: 'current' | 'other' | undefined
}

/** One cell. Where a record lies behind it, the button inside takes the focus in its stead. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { column, index, place, rowIndex, held, selected, match } = props
  const { focus, getCell, openRecord, shareScale } = useGrid()
  const value = held ? getCell(rowIndex, column.columnIndex) : null
  const id = column.keyIndex === undefined || !held ? null : getCell(rowIndex, column.keyIndex)
  const target = focus.targetProps(place, index)
  const opens = column.opens && openRecord && id !== null && value !== null

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus in its stead
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
      role="gridcell"
      aria-colindex={index + 1}
      aria-selected={selected || undefined}
      data-align={alignOf(column)}
      data-role={column.role}
      data-pinned={column.pinned ?? undefined}
      data-match={match}
      className={css(styles.cell)}
      style={cellStyle(column, index)}
      {...(!opens && target)}
    >
      {column.role === 'share' && <ShareBar part={Number(value) / (shareScale.get(column.name) ?? 1)} />}
      {opens ? (
        <OpenButton
          target={target}
          label={String(value)}
          onOpen={(label) => openRecord({ entity: column.opens!.entity, id: String(id), label })}
        >
          <CellText value={value} column={column} />
        </OpenButton>
      ) : held ? (
        <CellText value={value} column={column} />
      ) : (
        <NotHere />
      )}
    </td>
  )
})

type OpenButtonProps = {
  target: object
  label: string
  onOpen(label: string): void
  children: ReactNode
}

function OpenButton({ target, label, onOpen, children }: OpenButtonProps) {
  const { messages } = useKit()
  return (
    <button
      type="button"
      {...target}
      // A name that is cut off ends where its own script ends.
      dir="auto"
      className={css(kitStyles.link, contents.open)}
      title={messages.openRecord(label)}
      onClick={() => onOpen(label)}
    >
      {children}
    </button>
  )
}

/** A value that the page has let go of and is reading again. */
function NotHere() {
  const { messages } = useKit()
  return (
    <>
      <span aria-hidden="true" className={css(kitStyles.skeleton, contents.notHere)} />
      <VisuallyHidden>{messages.cellOnItsWay}</VisuallyHidden>
    </>
  )
}

/** How large a share is beside the largest. The number says the same, so this is only drawn. */
function ShareBar({ part }: { part: number }) {
  if (!(part > 0)) return null
  return (
    <span aria-hidden="true" className={css(contents.bar)}>
      <span className={css(contents.barFill)} style={{ inlineSize: `${Math.min(part, 1) * 100}%` }} />
    </span>
  )
}
