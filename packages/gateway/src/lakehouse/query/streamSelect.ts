import { type DuckdbRows, rowsOfDuckdb, rowsOfPrepared } from '../../arrow/duckdb/fromDuckdb.ts'
import type { RowBatch } from '../../arrow/port.ts'
import type { SafeConnection } from '../database/safeConnection.ts'
import { prepareSelect, statementError } from './statement.ts'

/** Starts the one `select` that may run, and reads its rows as they are asked for. Leaves the connection open. */
export function streamSelect(connection: SafeConnection, sql: string): Promise<DuckdbRows> {
  return openRows(connection, async (duckdb) => {
    const prepared = await prepareSelect(duckdb, sql)
    return rowsOfDuckdb(await prepared.stream())
  })
}

/** Tells its columns, and starts it only when rows are asked for. */
export function prepareRows(connection: SafeConnection, sql: string): Promise<DuckdbRows> {
  return openRows(connection, async (duckdb) => rowsOfPrepared(await prepareSelect(duckdb, sql)))
}

async function openRows(
  connection: SafeConnection,
  open: Parameters<typeof connection.use<DuckdbRows>>[0],
): Promise<DuckdbRows> {
  try {
    const rows = await connection.use(open)
    return { ...rows, batches: readOn(connection, rows.batches) }
  } catch (error) {
    throw statementError(error)
  }
}

async function* readOn(
  connection: SafeConnection,
  batches: DuckdbRows['batches'],
): AsyncGenerator<RowBatch, void, void> {
  try {
    for (;;) {
      const { value, done } = await connection.use(() => batches.next())
      if (done) return
      yield value
    }
  } catch (error) {
    throw statementError(error)
  }
}
