import type { Column } from '@lakefront/contract'
import { rowsOfDuckdb } from '../arrow/fromDuckdb.ts'
import type { ArrowType, RowBatch } from '../arrow/port.ts'
import { takeBytesRead } from './bytesRead.ts'
import type { LakehouseDatabase } from './database.ts'
import { prepareSelect, statementError } from './statement.ts'

/** A running statement on its own connection. Must be closed, whether it was read to its end or not. */
export type OpenQuery = {
  columns: readonly Column[]
  types: readonly ArrowType[]
  batches: AsyncIterable<RowBatch>
  /** Bytes read from files so far; `null` when DuckDB does not say. */
  bytesScanned(): Promise<number | null>
  close(): void
}

/** Starts one statement. Aborting the signal interrupts DuckDB, at any time until the query is closed. */
export async function openQuery(database: LakehouseDatabase, sql: string, signal: AbortSignal): Promise<OpenQuery> {
  const connection = await database.connect()
  const interrupt = () => connection.interrupt()
  signal.addEventListener('abort', interrupt, { once: true })
  const close = once(() => {
    signal.removeEventListener('abort', interrupt)
    connection.interrupt()
    connection.closeSync()
  })
  try {
    signal.throwIfAborted()
    const prepared = await prepareSelect(connection, sql)
    const { columns, types, batches } = rowsOfDuckdb(await prepared.stream())
    const bytesScanned = () => takeBytesRead(connection, database)
    return { columns, types, batches: withStatementErrors(batches), bytesScanned, close }
  } catch (error) {
    close()
    throw statementError(error)
  }
}

async function* withStatementErrors(batches: AsyncIterable<RowBatch>): AsyncGenerator<RowBatch, void, void> {
  try {
    yield* batches
  } catch (error) {
    throw statementError(error)
  }
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    run()
  }
}
