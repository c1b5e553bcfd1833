import postgres from 'postgres'
import { postgresHost } from '../../packages/gateway/src/postgresHost.ts'
import { seedCrm } from '../data/seedCrm.ts'

/**
 * Fills the CRM in somebody's own Postgres when its tables are missing.
 *
 * @returns whether anything was written.
 */
export async function seedPostgres(url: string, { scale }: { scale: number }): Promise<boolean> {
  // One connection, because seeding is one transaction.
  const sql = postgres(url, { ...postgresHost(url), max: 1, onnotice: () => {} })
  try {
    const run = (statements: string) => sql.unsafe(statements).simple()
    const query = (statement: string, parameters: readonly string[]) => sql.unsafe(statement, [...parameters])
    return await seedCrm({ run, query }, { scale })
  } finally {
    await sql.end()
  }
}
