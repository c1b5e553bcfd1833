'use client'
import type { RecordSection } from '@lakefront/react'
import { columnTitle } from '../../format/cell.ts'
import { css } from '../../kit/css.ts'
import { visibleColumns } from '../../result-table/visibleColumns.ts'
import styles from '../account-view.module.css'
import { RecordValue } from './RecordValue.tsx'

/** One row as names and values. Renders a `<dl>`. */
export function Fields({ section }: { section: RecordSection }) {
  const [row = []] = section.rows
  return (
    <dl className={css(styles.fields)}>
      {visibleColumns(section.columns).map((column) => (
        <div key={column.name} className={css(styles.field)}>
          <dt className={css(styles.fieldTitle)}>{columnTitle(column)}</dt>
          <dd className={css(styles.fieldValue)}>
            <RecordValue column={column} row={row} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
