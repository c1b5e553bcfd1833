import type { Column } from '@lakefront/contract'
import type { ArrowType, RowBatch } from '../../arrow/port.ts'
import type { LakehouseDatabase } from '../database/openDatabase.ts'
import { takeBytesRead } from './bytesRead.ts'
import { streamSelect } from './streamSelect.ts'
import { watchProgress } from './watchProgress.ts'

/** A running statement on its own connection. Must be closed, whether it was read to its end or not. */
export type OpenQuery = {
  columns: readonly Column[]
  types: readonly ArrowType[]
  batches: AsyncIterable<RowBatch>
  /** Bytes read from files so far; `null` when DuckDB does not say. */
  bytesScanned(): Promise<number | null>
  /** Stops the statement where it is. Never rejects. */
  close(): Promise<void>
}

export type OpenQueryOptions = {
  /** Aborting it closes the statement, at any time. */
  signal: AbortSignal
  /** Told in percent how far the statement has come, until its first rows are there. */
  onProgress?: ((percent: number) => void) | undefined
}

/** Starts one statement, and waits for its first rows. */
export async function openQuery(
  database: LakehouseDatabase,
  sql: string,
  { signal, onProgress }: OpenQueryOptions,
): Promise<OpenQuery> {
  const connection = await database.connect(signal)
  let stopWatching: (() => void) | undefined
  try {
    stopWatching = onProgress && (await watchProgress(connection, onProgress))
    const connectionId = await connection.use(async ({ clientContext }) => clientContext.connectionId)
    const rows = await streamSelect(connection, sql)
    return { ...rows, bytesScanned: () => takeBytesRead(connectionId, database), close: connection.close }
  } catch (error) {
    await connection.close()
    throw error
  } finally {
    stopWatching?.()
  }
}
