'use client'
import { memo, type PointerEvent } from 'react'
import { columnTitle } from '../../format/cell.ts'
import { css, kitStyles } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { VisuallyHidden } from '../../kit/VisuallyHidden.tsx'
import { alignOf } from '../alignOf.ts'
import { cellStyle } from '../columns/useColumnLayout.ts'
import { useGrid } from '../grid/GridContext.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { pressSort } from '../view/changeView.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import styles from './headings.module.css'
import { ResizeHandle } from './ResizeHandle.tsx'

export type HeadingProps = {
  column: ShownColumn
  index: number
  menuOpen: boolean
  openMenu(name: string): void
  /** A new width; `undefined` fits what the column holds. */
  resize(name: string, width: number | undefined): void
  widthOf(index: number): number
  /** A heading that is dragged would come to stand here. */
  drop: 'before' | 'after' | undefined
  onDragStart(event: PointerEvent<HTMLElement>, name: string): void
}

/** One heading: a press sorts, with Shift in addition to others; dragged it moves; its menu does the rest. */
export const Heading = memo(function Heading(props: HeadingProps) {
  const { column, index, menuOpen, openMenu, resize, widthOf, drop, onDragStart } = props
  const { messages, format } = useKit()
  const { view, change, arranged } = useResultTable()
  const { focus } = useGrid()
  const title = columnTitle(column)
  const place = view.sort.findIndex((sort) => sort.column === column.name)
  const direction = view.sort[place]?.direction
  const several = place !== -1 && view.sort.length > 1
  const unavailable = arranged.status === 'unavailable'

  return (
    <th
      scope="col"
      aria-label={title}
      aria-colindex={index + 1}
      aria-sort={direction ?? 'none'}
      data-align={alignOf(column)}
      data-pinned={column.pinned ?? undefined}
      data-drop={drop}
      className={css(styles.heading)}
      style={cellStyle(column, index)}
      onContextMenu={(event) => {
        event.preventDefault()
        openMenu(column.name)
      }}
    >
      <button
        type="button"
        {...focus.targetProps(-1, index)}
        className={css(styles.sortButton)}
        data-sorted={direction}
        aria-disabled={unavailable || undefined}
        title={title}
        onPointerDown={(event) => onDragStart(event, column.name)}
        onClick={(event) => !unavailable && change(pressSort(column, { add: event.shiftKey }))}
      >
        <span className={css(styles.headingText)}>{title}</span>
        {place === 0 && arranged.status === 'working' ? (
          <span className={css(kitStyles.spinner)} />
        ) : (
          <Icon name={direction === 'ascending' ? 'arrowUp' : 'arrowDown'} className={styles.sortIcon} />
        )}
        {several && (
          <>
            <span aria-hidden="true" className={css(styles.sortPlace)}>
              {format.count(place + 1)}
            </span>
            <VisuallyHidden>{messages.sortPlace(format.count(place + 1))}</VisuallyHidden>
          </>
        )}
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={messages.columnOptions(title)}
        aria-haspopup="menu"
        aria-expanded={menuOpen}
        className={css(styles.menuButton)}
        onClick={() => openMenu(column.name)}
      >
        <Icon name="chevron" className={styles.menuMark} />
      </button>
      <ResizeHandle
        onResize={(width) => resize(column.name, width)}
        width={() => widthOf(index)}
        pinned={column.pinned}
      />
    </th>
  )
})
