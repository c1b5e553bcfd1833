import type { Column, Lineage } from '@lakefront/react'
import { columnTitle } from '../format/cell.ts'
import { visibleColumns } from '../result-table/visibleColumns.ts'

/** Where each column that people see comes from, in the order of the table; all that is known when there is no table. */
export function originsOf(lineage: Lineage, columns: readonly Column[] | undefined) {
  const shown = visibleColumns(columns ?? [])
  const known = new Map(lineage.columns.map((origin) => [origin.column, origin]))
  return {
    titles: new Map(shown.map((column) => [column.name, columnTitle(column)])),
    origins: columns ? shown.map(({ name }) => known.get(name) ?? { column: name, from: [] }) : lineage.columns,
  }
}
