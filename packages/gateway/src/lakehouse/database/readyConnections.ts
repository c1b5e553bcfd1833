import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** Connections that can tell how far their statement has come. */
export type ReadyConnections = {
  /** The one that is ready, or a new one. */
  connect(): Promise<DuckDBConnection>
  /** Has one ready again; to be called when nobody waits. */
  prepare(): void
  close(): Promise<void>
}

/** Has one connection ready, since a statement would wait a millisecond until one is open and set up. */
export function createReadyConnections(instance: DuckDBInstance): ReadyConnections {
  let ready: Promise<DuckDBConnection> | undefined
  return {
    connect() {
      const connection = ready ?? open(instance)
      ready = undefined
      return connection
    },
    prepare() {
      ready ??= open(instance)
      // Whoever takes it hears of the failure.
      ready.catch(() => undefined)
    },
    async close() {
      const connection = await ready?.catch(() => undefined)
      connection?.closeSync()
    },
  }
}

async function open(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect()
  // As pragmas, since the configuration is locked; and nothing must be printed.
  await connection.run('pragma enable_progress_bar; pragma disable_print_progress_bar')
  return connection
}
