import { type AppliedMigration, checksumOf, type Migration, planMigrations } from './planMigrations.ts'
import type { Store } from './port.ts'

/** Any number will do that nobody else locks. */
const lockKey = 7_261_839

const bookkeeping = `
create schema if not exists lakefront;
create table if not exists lakefront.migration (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);`

/**
 * Brings the store's tables up to date: all that is missing or nothing. Gateways that start together take turns.
 *
 * @throws {MigrationError} when the store is newer than this gateway or was changed behind its back.
 */
export async function migrate(store: Store, migrations: readonly Migration[]): Promise<void> {
  await store.transaction(async (transaction) => {
    // Tables may have grown: what is done once may take its time.
    await transaction.execute('set local statement_timeout = 0')
    await transaction.query('select pg_advisory_xact_lock($1::bigint)', [lockKey])
    await transaction.execute(bookkeeping)
    const applied = await transaction.query<AppliedMigration>(
      'select number, name, checksum from lakefront.migration order by number',
    )
    for (const migration of planMigrations(migrations, applied)) {
      await transaction.execute(migration.sql)
      await transaction.query('insert into lakefront.migration (number, name, checksum) values ($1, $2, $3)', [
        migration.number,
        migration.name,
        checksumOf(migration),
      ])
    }
  })
}
