import { afterAll, beforeAll } from 'vitest'
import type { StoreConfig } from '../config/types.ts'
import { openStore } from '../store/openStore.ts'
import type { Store } from '../store/port.ts'
import { makePostgres, type TestStore } from './testStores.ts'

export type SuiteStore = Store & {
  /** Where a gateway finds the same one. */
  readonly config: StoreConfig
  /** Closes it, and opens it as a gateway does that starts anew. */
  reopen(): Promise<void>
}

/** An empty store for the tests of a file, or of the `describe` that it is called in: open before them, gone after them. */
export function openSuiteStore(make: () => Promise<TestStore> = makePostgres): SuiteStore {
  let place: TestStore | undefined
  let store: Store | undefined
  beforeAll(async () => {
    place = await make()
    store = await openStore(place.config)
  }, 60_000)
  afterAll(async () => {
    await store?.close()
    await place?.remove()
  })
  return {
    get config() {
      return place!.config
    },
    query: (sql, values) => store!.query(sql, values),
    transaction: (work) => store!.transaction(work),
    close: () => store!.close(),
    async reopen() {
      await store!.close()
      store = await openStore(place!.config)
    },
  }
}
