import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Thrown when another process works in a folder that only one may use at a time. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError'
  constructor(folder: string, holder: string) {
    super(`The folder ${folder} is in use by ${holder}. Stop that process, or choose another folder.`)
  }
}

/**
 * Takes a folder for this process alone. The lock is the operating system's lock on a small SQLite file: it ends with the
 * process however that dies, so nothing stale is left behind, and two processes that start together cannot both get it.
 *
 * @param waitMs - How long to wait for the present holder, without yielding.
 * @returns a function that gives the folder back.
 * @throws {FolderInUseError} when another process holds it.
 */
export function lockFolder(folder: string, { waitMs = 0 }: { waitMs?: number } = {}): () => void {
  mkdirSync(folder, { recursive: true })
  const holderFile = join(folder, 'lock.pid')
  const database = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: waitMs })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch {
    database.close()
    throw new FolderInUseError(folder, readHolder(holderFile))
  }
  writeFileSync(holderFile, String(process.pid))
  return () => database.close()
}

function readHolder(file: string): string {
  try {
    return `the process ${readFileSync(file, 'utf8')}`
  } catch {
    return 'another process'
  }
}
