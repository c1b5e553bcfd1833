import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

// Making an embedded database takes seconds, copying one a moment. So each version makes one once, for all test runs.
const cache = resolve(import.meta.dirname, '../../../../node_modules/.cache/lakefront')

/** Puts an empty database into a folder, for the store or the CRM that will be opened there. */
export async function copyEmptyDatabase(folder: string): Promise<void> {
  cpSync(join(await makeTemplate(), 'pgdata'), join(folder, 'pgdata'), { recursive: true })
}

/** An empty database in memory, such as `PGlite.create()` makes. */
export async function openEmptyDatabase(): Promise<PGlite> {
  return PGlite.create({ loadDataDir: new Blob([readFileSync(join(await makeTemplate(), 'pgdata.tar'))]) })
}

async function makeTemplate(): Promise<string> {
  const template = join(cache, `pglite-${versionOfPglite()}`)
  if (existsSync(template)) return template
  mkdirSync(cache, { recursive: true })
  const unfinished = mkdtempSync(join(cache, 'unfinished-'))
  const database = await PGlite.create(join(unfinished, 'pgdata'))
  writeFileSync(join(unfinished, 'pgdata.tar'), await (await database.dumpDataDir('none')).bytes())
  await database.close()
  try {
    renameSync(unfinished, template)
  } catch {
    // Another worker was quicker.
    rmSync(unfinished, { recursive: true })
  }
  return template
}

function versionOfPglite(): string {
  const main = fileURLToPath(import.meta.resolve('@electric-sql/pglite'))
  return JSON.parse(readFileSync(join(dirname(main), '../package.json'), 'utf8')).version
}
