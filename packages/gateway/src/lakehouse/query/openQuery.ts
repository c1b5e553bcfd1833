import type { Column } from '@lakefront/contract'
import type { DuckdbRows } from '../../arrow/duckdb/fromDuckdb.ts'
import type { ArrowType, RowBatch } from '../../arrow/port.ts'
import type { LakehouseDatabase } from '../database/openDatabase.ts'
import type { SafeConnection } from '../database/safeConnection.ts'
import { takeBytesRead } from './bytesRead.ts'
import { prepareRows, streamSelect } from './streamSelect.ts'
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
  /** Opens it once its columns are known; it runs when its rows are asked for. Default: it has run to its first rows. */
  columnsFirst?: boolean | undefined
}

/** Opens one statement on a connection of its own. */
export async function openQuery(
  database: LakehouseDatabase,
  sql: string,
  { signal, onProgress, columnsFirst = false }: OpenQueryOptions,
): Promise<OpenQuery> {
  const connection = await database.connect(signal)
  try {
    const connectionId = await connection.use(async ({ clientContext }) => clientContext.connectionId)
    const watched: Watched = (work) => whileWatched(connection, onProgress, work)
    const rows = columnsFirst
      ? startWatched(await prepareRows(connection, sql), watched)
      : await watched(() => streamSelect(connection, sql))
    return { ...rows, bytesScanned: () => takeBytesRead(connectionId, database), close: connection.close }
  } catch (error) {
    await connection.close()
    throw error
  }
}

type Watched = <Value>(work: () => Promise<Value>) => Promise<Value>

async function whileWatched<Value>(
  connection: SafeConnection,
  onProgress: OpenQueryOptions['onProgress'],
  work: () => Promise<Value>,
): Promise<Value> {
  const stopWatching = onProgress && (await watchProgress(connection, onProgress))
  try {
    return await work()
  } finally {
    stopWatching?.()
  }
}

/** Watches it from when its first rows are asked for until they are there. */
function startWatched(rows: DuckdbRows, watched: Watched): DuckdbRows {
  async function* batches() {
    const first = await watched(() => rows.batches.next())
    if (first.done) return
    yield first.value
    yield* rows.batches
  }
  return { ...rows, batches: batches() }
}
