import type { Arrangement, Column } from '@lakefront/react'
import { aggregateOf } from './aggregateOf.ts'
import type { ShownColumn } from './shownColumns.ts'
import type { TableView } from './types.ts'

/**
 * The view in terms of the result: indexes for names. What names no column of the result is passed over; what is looked
 * for is looked for in the columns that are shown.
 */
export function arrangementOf(
  columns: readonly Column[],
  shown: readonly ShownColumn[],
  view: TableView,
  find: string | null,
): Arrangement {
  const indexOf = new Map(columns.map(({ name }, columnIndex) => [name, columnIndex]))
  const groupBy = view.groupBy === null ? undefined : indexOf.get(view.groupBy)
  const summedUp = groupBy !== undefined || view.totals
  return {
    sort: view.sort.flatMap(({ column, direction }) => {
      const columnIndex = indexOf.get(column)
      return columnIndex === undefined ? [] : [{ columnIndex, direction }]
    }),
    filters: Object.entries(view.filters).flatMap(([name, condition]) => {
      const columnIndex = indexOf.get(name)
      return columnIndex === undefined ? [] : [{ columnIndex, ...condition }]
    }),
    groupBy: groupBy ?? null,
    aggregates: summedUp ? columns.flatMap((column, columnIndex) => aggregatesOf(column, columnIndex, view)) : [],
    find,
    ...(find !== null && { findIn: shown.map(({ columnIndex }) => columnIndex) }),
  }
}

function aggregatesOf(column: Column, columnIndex: number, view: TableView): Arrangement['aggregates'] {
  const aggregate = column.role === 'key' ? null : aggregateOf(column, view)
  return aggregate ? [{ columnIndex, aggregate }] : []
}

/** Whether a table shows anything but the rows and columns as they came. */
export function isArranged(
  { sort, filters, groupBy }: Arrangement,
  columns: readonly { name: string }[],
  shown: readonly { name: string }[],
): boolean {
  const sameColumns = columns.length === shown.length && columns.every(({ name }, index) => shown[index]?.name === name)
  return sort.length > 0 || filters.length > 0 || groupBy !== null || !sameColumns
}
