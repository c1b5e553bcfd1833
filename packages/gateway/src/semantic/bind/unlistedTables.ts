import type { CatalogTable } from '@lakefront/contract'
import type { MetricView } from '../port.ts'
import { isSelect, placedJoins } from '../viewTables.ts'
import { findTable } from './findTable.ts'

/** Tables that a view reads and its source's catalog does not list. A catalog that lists none says nothing. */
export function unlistedTables(view: MetricView, tables: readonly CatalogTable[]): readonly string[] {
  const named = [view.table, ...placedJoins(view).map(({ table }) => table)].filter((table) => !isSelect(table))
  return tables.length === 0 ? [] : named.filter((table) => !findTable(tables, table))
}
