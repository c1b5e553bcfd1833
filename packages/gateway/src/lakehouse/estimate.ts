import { statSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { SourceEstimate } from '../sources/port.ts'
import type { LakehouseDatabase } from './database.ts'
import type { TableFiles } from './folder.ts'
import { columnBytes } from './parquetMetadata.ts'
import { prepareSelect, statementError } from './statement.ts'

/** Says what a statement would read, out of its plan and the files' metadata. Never runs it. */
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
  const plan = await explain(connection, sql)
  // One after the other: a failure must not leave another still running.
  const sizes: Awaited<ReturnType<typeof scanBytes>>[] = []
  for (const scan of plan.flatMap(scansOf)) sizes.push(await scanBytes(connection, database.tables, scan))
  const known = sizes.every((size) => size !== null)
  const high = sizes.reduce<number>((sum, size) => sum + (size?.high ?? 0), 0)
  const expected = sizes.reduce<number>((sum, size) => sum + (size?.expected ?? 0), 0)
  return {
    rows: plan[0] ? cardinality(plan[0]) : null,
    bytesScanned: known ? { low: 0, expected, high } : null,
    confidence: known ? 'upper-bound' : 'none',
    basis: known ? 'sizes of the columns that the plan reads' : 'the plan reads something of unknown size',
  }
}

type PlanNode = { name: string; children: PlanNode[]; extra_info: Record<string, string | string[]> }

async function explain(connection: DuckDBConnection, sql: string): Promise<PlanNode[]> {
  const reader = await connection.runAndReadAll(`explain (format json) ${sql}`)
  const rows = reader.getRowsJson()
  return JSON.parse(String(rows[0]?.at(-1))) as PlanNode[]
}

function scansOf(node: PlanNode): PlanNode[] {
  const isScan = /READ_|SCAN/.test(node.name.toUpperCase()) && node.children.length === 0
  const isOnlyInMemory = /DUMMY_SCAN|COLUMN_DATA_SCAN|DELIM_SCAN|CTE_SCAN|EMPTY/.test(node.name.toUpperCase())
  return isScan && !isOnlyInMemory ? [node] : node.children.flatMap(scansOf)
}

/** A scan's files are told by the file names that its plan node shows, or else by the columns it projects. */
async function scanBytes(
  connection: DuckDBConnection,
  tables: readonly TableFiles[],
  scan: PlanNode,
): Promise<{ expected: number; high: number } | null> {
  const projected = listOf(scan.extra_info.Projections)
  const candidates = await Promise.all(
    tables
      .filter(({ format }) => scan.name.toUpperCase().includes(format.toUpperCase()))
      .map(async (table) => ({
        table,
        bytes: table.format === 'parquet' ? await columnBytes(connection, table) : undefined,
      })),
  )
  const fitting = candidates.filter(({ bytes }) => !bytes || projected.every((name) => bytes.has(name)))
  if (fitting.length === 0) return null
  const sizes = fitting.map(({ table, bytes }) => (bytes ? sumOf(bytes, projected) : fileBytes(table)))
  const high = Math.max(...sizes)
  return { expected: high, high }
}

function sumOf(bytes: ReadonlyMap<string, number>, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (bytes.get(name) ?? 0), 0)
}

function fileBytes({ paths }: TableFiles): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0)
}

function listOf(value: string | string[] | undefined): string[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : value.split('\n').filter((name) => name !== '')
}

function cardinality({ extra_info }: PlanNode): number | null {
  const text = extra_info['Estimated Cardinality']
  return typeof text === 'string' && text !== '' ? Number(text) : null
}
