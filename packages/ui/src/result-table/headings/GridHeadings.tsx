'use client'
import { forwardRef } from 'react'
import { css } from '../../kit/css.ts'
import { useResultTable } from '../ResultTableContext.ts'
import rowStyles from '../rows/rows.module.css'
import { Heading } from './Heading.tsx'
import styles from './headings.module.css'
import { useColumnDrag } from './useColumnDrag.ts'

type GridHeadingsProps = {
  columnIndexes: readonly number[]
  /** Name of the column whose menu is open. */
  menuOf: string | undefined
  openMenu(name: string): void
  resize(name: string, width: number | undefined): void
  widthOf(index: number): number
}

/** The heading row. Renders a `<thead>`. */
export const GridHeadings = forwardRef<HTMLTableRowElement, GridHeadingsProps>(function GridHeadings(
  { columnIndexes, menuOf, openMenu, resize, widthOf },
  ref,
) {
  const { shown } = useResultTable()
  const drag = useColumnDrag()
  return (
    <thead className={css(styles.head)}>
      <tr ref={ref} aria-rowindex={1} className={css(rowStyles.row)}>
        {columnIndexes.map((index) => {
          const column = shown[index]!
          return (
            <Heading
              key={column.name}
              column={column}
              index={index}
              menuOpen={column.name === menuOf}
              openMenu={openMenu}
              resize={resize}
              widthOf={widthOf}
              drop={drag.over?.index === index ? drag.over.where : undefined}
              onDragStart={drag.start}
            />
          )
        })}
      </tr>
    </thead>
  )
})
