import { totalmem } from 'node:os'
import { resolve, sep } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { GatewayError } from '../../errors.ts'
import { csvSelect } from '../csv/csvSelect.ts'
import { quoteIdentifier, quoteText } from '../sqlText.ts'
import { findTables, type TableFiles } from './folder.ts'
import { createReadyConnections } from './readyConnections.ts'
import { openConnection, type SafeConnection } from './safeConnection.ts'

export type LakehouseDatabase = {
  tables: readonly TableFiles[]
  /** @param signal - Aborting it closes the connection. */
  connect(signal?: AbortSignal): Promise<SafeConnection>
  /** Connections that are not closed yet: statements that run, or that wait for their reader. */
  openConnections(): number
  /** Stops every statement, waits until they have stopped, and closes. */
  close(): Promise<void>
}

export type OpenDatabaseOptions = {
  folder: string
  /** Text that means null in CSV files, besides nothing at all. */
  nullText?: readonly string[] | undefined
  memoryLimitBytes?: number | undefined
}

/**
 * Opens a folder of files as a locked-down, in-memory DuckDB: one view a table, nothing readable but the folder, nothing
 * configurable, no temporary files, so that rows never reach a disk.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<LakehouseDatabase> {
  const folder = resolve(options.folder)
  const tables = findTables(folder)
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: '' })
  const connection = await instance.connect()
  await configure(connection, options.memoryLimitBytes ?? Math.floor(totalmem() / 2))
  for (const table of tables) await createView(connection, table, options.nullText ?? [])
  await lockDown(connection, folder)
  connection.closeSync()
  return { tables, ...connectionsOf(instance) }
}

function connectionsOf(instance: DuckDBInstance): Omit<LakehouseDatabase, 'tables'> {
  const open = new Set<Promise<SafeConnection>>()
  const ready = createReadyConnections(instance)
  ready.prepare()
  let isClosed = false

  function onClosed(connecting: Promise<SafeConnection>): void {
    open.delete(connecting)
    if (!isClosed) ready.prepare()
  }

  return {
    async connect(signal) {
      if (isClosed) throw new GatewayError({ code: 'cancelled', message: 'The lakehouse is being closed.' })
      const connecting = openConnection(ready, { signal, onClosed: () => onClosed(connecting) })
      open.add(connecting)
      connecting.catch(() => open.delete(connecting))
      return await connecting
    },
    openConnections: () => open.size,
    async close() {
      isClosed = true
      const closings = [...open].map(async (connecting) => (await connecting).close())
      await Promise.allSettled(closings)
      await ready.close()
      instance.closeSync()
    },
  }
}

async function configure(connection: DuckDBConnection, memoryLimitBytes: number): Promise<void> {
  await connection.run(`set memory_limit = '${Math.floor(memoryLimitBytes / 1024)}KiB'`)
  await connection.run('set autoinstall_known_extensions = false')
  await connection.run('set autoload_known_extensions = false')
  await connection.run(`set timezone = 'UTC'`)
  // With the cache on, the log below would miss what was read from it. The operating system caches files anyway.
  await connection.run('set enable_external_file_cache = false')
  // Tells how many bytes a statement really read. Holds paths and positions, never values.
  await connection.run(`call enable_logging('FileSystem')`)
}

async function createView(connection: DuckDBConnection, table: TableFiles, nullText: readonly string[]): Promise<void> {
  await connection.run(`create view ${quoteIdentifier(table.name)} as ${await selectOf(connection, table, nullText)}`)
}

async function selectOf(connection: DuckDBConnection, table: TableFiles, nullText: readonly string[]): Promise<string> {
  const { format, paths } = table
  if (format === 'csv') return csvSelect(connection, paths, nullText)
  const files = `[${paths.map(quoteText).join(', ')}]`
  return `select * from ${format === 'parquet' ? `read_parquet(${files}, union_by_name=true)` : `read_json(${files}, sample_size=-1)`}`
}

async function lockDown(connection: DuckDBConnection, folder: string): Promise<void> {
  await connection.run(`set allowed_directories = [${quoteText(folder + sep)}]`)
  await connection.run('set enable_external_access = false')
  await connection.run('set lock_configuration = true')
}
