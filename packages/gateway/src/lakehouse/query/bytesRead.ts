import type { LakehouseDatabase } from '../database/openDatabase.ts'

/** The statement's own connection, and the one that reads the log. */
const ownConnections = 2

/**
 * Sums what one connection's statement read from files, out of DuckDB's file system log. `null` when nothing was logged:
 * unknown, or answered from metadata alone, is not told apart here and never shown as zero.
 */
export async function takeBytesRead(connectionId: number, database: LakehouseDatabase): Promise<number | null> {
  const reader = await database.connect()
  try {
    const result = await reader.use((connection) =>
      connection.runAndReadAll(
        `select sum(bytes)::double from duckdb_logs_parsed('FileSystem')
         where op = 'READ' and connection_id = ${connectionId}`,
      ),
    )
    const bytes = result.getRowsJson()[0]?.[0]
    // The log only ever grows. With nobody else at work, nobody else's entries are lost.
    if (database.openConnections() <= ownConnections) {
      await reader.use((connection) => connection.run('call truncate_duckdb_logs()'))
    }
    return typeof bytes === 'number' ? bytes : null
  } catch {
    return null
  } finally {
    await reader.close()
  }
}
