import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that signs the pretend users' tokens: `LAKEFRONT_JWT_SECRET`, or one made on first use in the data folder,
 * which only this user may read and which is never committed.
 */
export function readSecret(dataFolder: string): string {
  if (process.env.LAKEFRONT_JWT_SECRET) return process.env.LAKEFRONT_JWT_SECRET
  const file = join(dataFolder, 'jwt-secret')
  mkdirSync(dataFolder, { recursive: true })
  try {
    // 'wx' fails when the file is there, so that two processes never overwrite each other's key.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
