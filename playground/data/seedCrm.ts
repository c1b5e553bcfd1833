import { makeAccounts } from './accounts.ts'
import { activityRows, caseRows, contactRows, opportunityRows } from './crmDealRows.ts'
import { crmRoles } from './crmRoles.ts'
import { accountRows, leadRows, ownerRows, type Row, territoryRows } from './crmRows.ts'
import { crmNumbers, crmSchema, type crmTables } from './crmSchema.ts'

/** The little that seeding needs of a database: PGlite and every Postgres client can be wrapped to it in two lines. */
export type CrmDatabase = {
  /** Runs one or more statements without parameters. */
  run: (statements: string) => Promise<unknown>
  /** Runs one statement with parameters and answers its rows. */
  query: (statement: string, parameters: readonly string[]) => Promise<readonly Record<string, unknown>[]>
}

const rowsAtOnce = 2_000

/**
 * Fills an empty CRM, all or nothing; where its tables are there, only who may do what is seen to.
 *
 * @param scale - 1 is about 5,000 accounts.
 * @returns whether anything was written.
 */
export async function seedCrm(database: CrmDatabase, { scale = 1 }: { scale?: number } = {}): Promise<boolean> {
  const [found] = await database.query("select to_regclass('public.accounts') is not null as seeded", [])
  if (found?.seeded === true) {
    // It may be from before there were all of them.
    await database.run(crmRoles)
    return false
  }
  await database.run('begin')
  try {
    await database.run(crmSchema)
    for (const [table, rows] of Object.entries(crmRowsOf(scale))) await insert(database, table, rows)
    await database.run(crmNumbers)
    await database.run(crmRoles)
    await database.run('commit')
  } catch (error) {
    await database.run('rollback')
    throw error
  }
  await database.run('analyze')
  return true
}

function crmRowsOf(scale: number): Record<(typeof crmTables)[number], readonly Row[]> {
  const accounts = makeAccounts(scale)
  return {
    territories: territoryRows(),
    owners: ownerRows(),
    accounts: accountRows(accounts),
    contacts: contactRows(accounts),
    leads: leadRows(Math.round(accounts.length * 0.6)),
    opportunities: opportunityRows(accounts),
    activities: activityRows(accounts),
    cases: caseRows(accounts),
  }
}

async function insert(database: CrmDatabase, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const chunk = JSON.stringify(rows.slice(from, from + rowsAtOnce))
    await database.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::text::json)`, [
      chunk,
    ])
  }
}
