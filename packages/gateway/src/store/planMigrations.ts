import { createHash } from 'node:crypto'

export type Migration = { number: number; name: string; sql: string }

export type AppliedMigration = { number: number; name: string; checksum: string }

/** The store's tables are not what this gateway can work with. Nothing was changed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** What tells one text of a migration from another. */
export function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex')
}

/**
 * Which migrations are still to be applied. Forward only.
 *
 * @throws {MigrationError} when what was applied is not the beginning of what is known.
 */
export function planMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  for (const [index, { number, name, checksum }] of applied.entries()) {
    const same = known[index]
    if (!same) throw new MigrationError(`The store is newer than this gateway: it has migration ${number} (${name}).`)
    if (same.number !== number || checksumOf(same) !== checksum) {
      throw new MigrationError(`Migration ${number} (${name}) was changed after it had been applied to this store.`)
    }
  }
  return known.slice(applied.length)
}
