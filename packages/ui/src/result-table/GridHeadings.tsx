'use client'
import { rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { columnTitle } from '../format/cell.ts'
import { isNumberColumn } from '../format/number.ts'
import { css } from '../kit/css.ts'
import { Icon } from '../kit/icons.tsx'
import { alignOf } from './alignOf.ts'
import { useGrid } from './GridContext.ts'
import { useResultTable } from './ResultTableContext.ts'
import styles from './result-table.module.css'

const features = tableFeatures({ rowSortingFeature })
/** Rows stay in the columnar store: a row model over a million of them costs a second and 300 MB. */
const noRows: object[] = []
const ariaSort = { asc: 'ascending', desc: 'descending' } as const

/** The heading row: a press sorts, largest first for numbers, then the other way, then as the rows came. */
export function GridHeadings() {
  const { columns, sorting, setSorting } = useResultTable()
  const { focus } = useGrid()
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.name,
        header: columnTitle(column),
        accessorFn: (row: object) => row,
        sortDescFirst: isNumberColumn(column),
      })),
    [columns],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    manualSorting: true,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (updater) => setSorting(typeof updater === 'function' ? updater(sorting) : updater),
  })

  return (
    <thead className={css()}>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1} className={css(styles.row)}>
          {group.headers.map((header, index) => {
            const sorted = header.column.getIsSorted()
            return (
              <th
                key={header.id}
                scope="col"
                aria-colindex={index + 1}
                aria-sort={sorted ? ariaSort[sorted] : 'none'}
                data-align={alignOf(columns[index]!)}
                className={css(styles.heading)}
              >
                <button
                  type="button"
                  {...focus.targetProps(-1, index)}
                  className={css(styles.sortButton)}
                  data-sorted={sorted || undefined}
                  onClick={() => header.column.toggleSorting()}
                >
                  {String(header.column.columnDef.header)}
                  <Icon name={sorted === 'asc' ? 'arrowUp' : 'arrowDown'} className={styles.sortIcon} />
                </button>
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
}
