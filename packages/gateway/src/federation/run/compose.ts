import { DuckDBInstance } from '@duckdb/node-api'
import type { Column } from '@lakefront/contract'
import type { RowBatch } from '../../arrow/port.ts'
import { openConnection } from '../../lakehouse/database/safeConnection.ts'
import { statementError } from '../../lakehouse/query/statement.ts'
import { streamSelect } from '../../lakehouse/query/streamSelect.ts'
import { loadTable, type StepRows } from './composeTables.ts'

/** What a join may take; more is refused rather than written to a disk. */
const memoryLimit = '512MB'

export type Composed = { columns: readonly Column[]; batches: AsyncIterable<RowBatch> }

/**
 * Joins rows of several sources in a database of its own: in memory, without files, network or spilling, and gone when
 * the result has been read or dropped.
 */
export async function composeRows(sql: string, tables: readonly StepRows[], signal: AbortSignal): Promise<Composed> {
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: '', memory_limit: memoryLimit })
  const connection = await openConnection(instance, { signal, onClosed: () => instance.closeSync() })
  try {
    for (const table of tables) await connection.use((duckdb) => loadTable(duckdb, table))
    await connection.use((duckdb) => duckdb.run('set enable_external_access = false'))
    await connection.use((duckdb) => duckdb.run('set lock_configuration = true'))
    const { columns, batches } = await streamSelect(connection, sql)
    return { columns, batches: closedAfter(batches, connection.close) }
  } catch (error) {
    await connection.close()
    throw statementError(error)
  }
}

async function* closedAfter(
  batches: AsyncIterable<RowBatch>,
  close: () => Promise<void>,
): AsyncGenerator<RowBatch, void, void> {
  try {
    yield* batches
  } finally {
    await close()
  }
}
