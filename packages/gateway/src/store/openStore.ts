import type { StoreConfig } from '../config/types.ts'
import { createStore } from './createStore.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { Driver, Store } from './port.ts'

/**
 * Opens the gateway's state and brings its tables up to date.
 *
 * @throws {FolderInUseError} | {MigrationError} | {GatewayError} `store-unavailable`.
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  const store = createStore(await openDriver(config))
  try {
    await migrate(store, migrations)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Each driver is loaded by who uses it: the embedded Postgres is 20 MB of WebAssembly. */
async function openDriver(config: StoreConfig): Promise<Driver> {
  if ('url' in config) return (await import('./postgresDriver.ts')).connectPostgresDriver(config.url)
  return (await import('./pgliteDriver.ts')).openPglite(config.folder)
}
