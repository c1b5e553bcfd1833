import { DuckDBInstance } from '@duckdb/node-api'
import type { Column } from '@lakefront/contract'
import { rowsOfDuckdb } from '../arrow/fromDuckdb.ts'
import type { RowBatch } from '../arrow/port.ts'
import { prepareSelect, statementError } from '../lakehouse/statement.ts'
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
  const connection = await instance.connect()
  const interrupt = () => connection.interrupt()
  signal.addEventListener('abort', interrupt, { once: true })
  const close = () => {
    signal.removeEventListener('abort', interrupt)
    connection.closeSync()
    instance.closeSync()
  }
  try {
    for (const table of tables) await loadTable(connection, table)
    await connection.run('set enable_external_access = false')
    await connection.run('set lock_configuration = true')
    const prepared = await prepareSelect(connection, sql)
    const { columns, batches } = rowsOfDuckdb(await prepared.stream())
    return { columns, batches: closedAfter(batches, close) }
  } catch (error) {
    close()
    throw statementError(error)
  }
}

async function* closedAfter(batches: AsyncIterable<RowBatch>, close: () => void): AsyncGenerator<RowBatch, void, void> {
  try {
    yield* batches
  } catch (error) {
    throw statementError(error)
  } finally {
    close()
  }
}
