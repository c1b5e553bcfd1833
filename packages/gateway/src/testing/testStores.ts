import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../../../scripts/postgres.ts'
import type { StoreConfig } from '../config/types.ts'
import { copyEmptyDatabase } from './emptyDatabase.ts'

export type TestStore = { config: StoreConfig; remove(): Promise<void> | void }

/** A place for a gateway's state of either kind, so that every suite runs on both. */
export const testStores: readonly (readonly [name: string, make: () => Promise<TestStore>])[] = [
  ['embedded', makeFolder],
  ['Postgres', makePostgres],
]

async function makeFolder(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'state-'))
  await copyEmptyDatabase(folder)
  return { config: { folder }, remove: () => rmSync(folder, { recursive: true }) }
}

/** A real server, empty, on a socket of its own. */
export async function makePostgres(): Promise<TestStore> {
  const { url, stop } = await startPostgres()
  return { config: { url }, remove: stop }
}
