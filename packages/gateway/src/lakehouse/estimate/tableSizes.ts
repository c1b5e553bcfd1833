import { statSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { TableFiles } from '../database/folder.ts'
import { type ColumnSize, readColumnSizes, readFooterBytes } from './parquetMetadata.ts'

/** What the files of a Parquet table say of their sizes. */
export type TableSizes = {
  /** Most bytes of a statement that reads nothing but the files' footers. */
  footerBytes: number
  /** By top-level column, over all row groups. */
  columns: ReadonlyMap<string, ColumnSize>
}

type Known = { stamp: string; sizes: TableSizes }

const known = new WeakMap<TableFiles, Known>()

/** Reads them once, and again when a file has changed: a statement may scan a table many times. */
export async function readTableSizes(connection: DuckDBConnection, table: TableFiles): Promise<TableSizes> {
  const stamp = stampOf(table)
  const before = known.get(table)
  if (before?.stamp === stamp) return before.sizes
  const footerBytes = await readFooterBytes(connection, table)
  const sizes = { footerBytes, columns: await readColumnSizes(connection, table) }
  known.set(table, { stamp, sizes })
  return sizes
}

/** Differs when any of the files has been written to, or is another one. */
function stampOf({ paths }: TableFiles): string {
  return paths
    .map((path) => statSync(path, { bigint: true }))
    .map(({ ino, size, mtimeNs }) => [ino, size, mtimeNs].join(' '))
    .join()
}
