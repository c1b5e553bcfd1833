import { statSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { SourceEstimate } from '../../sources/port.ts'
import type { TableFiles } from '../database/folder.ts'
import type { LakehouseDatabase } from '../database/openDatabase.ts'
import { prepareSelect, statementError } from '../query/statement.ts'
import { explainPlan, type Scan } from './explainPlan.ts'
import { readColumnSizes } from './parquetMetadata.ts'
import { readTableSizes } from './tableSizes.ts'

/**
 * Says what a statement would read, out of its plan and the files' metadata: the chunks of the columns that it names, in
 * the row groups that its filters leave. Joins may leave fewer, so it is an upper bound. Never runs the statement.
 */
export async function estimateSql(
  database: LakehouseDatabase,
  sql: string,
  signal: AbortSignal,
): Promise<SourceEstimate> {
  const connection = await database.connect(signal)
  try {
    return await connection.use((duckdb) => estimateOn(duckdb, database, sql))
  } catch (error) {
    throw statementError(error)
  } finally {
    await connection.close()
  }
}

async function estimateOn(
  connection: DuckDBConnection,
  database: LakehouseDatabase,
  sql: string,
): Promise<SourceEstimate> {
  await prepareSelect(connection, sql)
  const { scans, rows } = await explainPlan(connection, sql)
  // DuckDB tells the tables of a statement, but not its views. A name that is only a word elsewhere does no harm.
  const tables = database.tables.filter(({ name }) => sql.toLowerCase().includes(name.toLowerCase()))
  // One after the other: a failure must not leave another still running.
  const sizes: (number | undefined)[] = []
  for (const scan of scans) sizes.push(await sizeOf(connection, tables, scan))
  return { rows, ...toBytes(sizes) }
}

function toBytes(sizes: readonly (number | undefined)[]): Omit<SourceEstimate, 'rows'> {
  if (sizes.includes(undefined))
    return { bytesScanned: null, confidence: 'none', basis: 'the plan reads something of unknown size' }
  const high = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  return {
    bytesScanned: { low: 0, expected: high, high },
    confidence: 'upper-bound',
    basis: 'sizes of the columns and row groups that the plan reads',
  }
}

/** A scan does not name its files. Where several tables have its columns, the largest counts. */
async function sizeOf(
  connection: DuckDBConnection,
  tables: readonly TableFiles[],
  scan: Scan,
): Promise<number | undefined> {
  const sizes: number[] = []
  for (const table of tables) {
    if (table.format !== scan.format) continue
    const size = table.format === 'parquet' ? await scanBytes(connection, table, scan) : fileBytes(table)
    if (size !== undefined) sizes.push(size)
  }
  return sizes.length > 0 ? Math.max(...sizes) : undefined
}

/** Most bytes of a scan: the footers of all files, and its columns in the row groups that its filters do not rule out. */
async function scanBytes(connection: DuckDBConnection, table: TableFiles, scan: Scan): Promise<number | undefined> {
  const { columns, filtered, filters } = scan
  const { footerBytes, columns: whole } = await readTableSizes(connection, table)
  if (!columns.every((name) => whole.has(name))) return undefined
  const left = filters.length === 0 ? whole : await readColumnSizes(connection, table, filters)
  const sizes = columns.map((name) => {
    const { bytes, bloomBytes } = left.get(name) ?? { bytes: 0, bloomBytes: 0 }
    return bytes + (filtered.includes(name) ? bloomBytes : 0)
  })
  return sizes.reduce((sum, size) => sum + size, footerBytes)
}

function fileBytes({ paths }: TableFiles): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0)
}
