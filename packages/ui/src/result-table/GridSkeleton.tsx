import type { Column } from '@lakefront/react'
import { columnTitle } from '../format/cell.ts'
import { css, kitStyles } from '../kit/css.ts'
import { alignOf } from './alignOf.ts'
import styles from './result-table.module.css'

const widths = ['16ch', '12ch', '14ch', '10ch', '13ch']

/** The shape of a table whose rows are still being read: true headings, no values. */
export function GridSkeleton({ columns, rowCount = 4 }: { columns: readonly Column[]; rowCount?: number }) {
  const shown = columns.filter(({ role }) => role !== 'key')
  return (
    <div className={css(styles.scroller)} aria-hidden="true">
      <table className={css(styles.table)}>
        <thead className={css()}>
          <tr className={css(styles.row)}>
            {shown.map((column) => (
              <th key={column.name} className={css(styles.heading)} data-align={alignOf(column)}>
                <span className={css(styles.headingText)}>{columnTitle(column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={css()}>
          {widths.slice(0, rowCount).map((width) => (
            <tr key={width} className={css(styles.row)}>
              {shown.map((column, index) => (
                <td key={column.name} className={css(styles.cell)} data-align={alignOf(column)}>
                  <span className={css(kitStyles.skeleton)} style={{ inlineSize: index === 0 ? width : '7ch' }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
