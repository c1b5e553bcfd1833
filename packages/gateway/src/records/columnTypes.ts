import type { CatalogTable, ColumnType } from '@lakefront/contract'
import type { Source } from '../sources/port.ts'

const keptMs = 60_000

/** Tells the type of a column, from the source's own catalog. Unknown while the source is down. */
export type ColumnTypeOf = (
  source: string,
  table: string,
  column: string,
  signal: AbortSignal,
) => Promise<ColumnType | undefined>

/** Looks column types up in the sources' catalogs, kept for a minute. Catalogs hold no rows. */
export function createColumnTypes(sources: ReadonlyMap<string, Source>): ColumnTypeOf {
  const kept = new Map<string, { tables: Promise<readonly CatalogTable[]>; readAt: number }>()

  function tablesOf(id: string, signal: AbortSignal): Promise<readonly CatalogTable[]> {
    const known = kept.get(id)
    if (known && Date.now() - known.readAt < keptMs) return known.tables
    const tables = sources.get(id)?.describe({ signal }) ?? Promise.resolve([])
    kept.set(id, { tables, readAt: Date.now() })
    tables.catch(() => kept.delete(id))
    return tables
  }

  return async (source, table, column, signal) => {
    const tables = await tablesOf(source, signal).catch(() => [])
    const plain = table.toLowerCase().split('.').at(-1)
    const found = tables.find(({ name }) => name.toLowerCase().split('.').at(-1) === plain)
    return found?.columns.find(({ name }) => name.toLowerCase() === column.toLowerCase())?.type
  }
}
