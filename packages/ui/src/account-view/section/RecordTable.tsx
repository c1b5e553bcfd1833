'use client'
import type { RecordSection } from '@lakefront/react'
import { columnTitle } from '../../format/cell.ts'
import { css } from '../../kit/css.ts'
import { alignOf } from '../../result-table/alignOf.ts'
import styles from '../../result-table/result-table.module.css'
import { visibleColumns } from '../../result-table/visibleColumns.ts'
import { RecordValue } from './RecordValue.tsx'

/** The rows of a section. Short, so a plain table. Renders a `<table>` that scrolls sideways when it must. */
export function RecordTable({ section, title }: { section: RecordSection; title: string }) {
  const columns = visibleColumns(section.columns)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables are reached by scrolling
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" className={css(styles.scroller)} aria-label={title} tabIndex={0}>
      <table className={css(styles.table)} aria-label={title}>
        <thead className={css()}>
          <tr className={css(styles.row)}>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={css(styles.heading)} data-align={alignOf(column)}>
                <span className={css(styles.headingText)}>{columnTitle(column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={css()}>
          {section.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: each reading replaces all rows
            <tr key={index} className={css(styles.row)}>
              {columns.map((column) => (
                <td key={column.name} className={css(styles.cell)} data-align={alignOf(column)} data-role={column.role}>
                  <RecordValue column={column} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
