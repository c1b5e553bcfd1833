import { createHash } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmptyDatabase } from '../../packages/gateway/src/testing/emptyDatabase.ts'
import { crmTables } from './crmSchema.ts'
import { type CrmDatabase, seedCrm } from './seedCrm.ts'
import { testScale } from './testData.ts'

let database: PGlite
let crm: CrmDatabase
const rows = async (sql: string) => (await database.query<Record<string, unknown>>(sql)).rows

beforeAll(async () => {
  database = await openEmptyDatabase()
  crm = {
    run: (statements) => database.exec(statements),
    query: async (statement, parameters) =>
      (await database.query<Record<string, unknown>>(statement, [...parameters])).rows,
  }
  await seedCrm(crm, { scale: testScale })
}, 60_000)
afterAll(() => database.close())

async function checksum(): Promise<string> {
  const all = await Promise.all(crmTables.map((table) => rows(`select * from ${table} order by id`)))
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)
}

test('default: the rows that everything else was checked against', async () => {
  expect(await checksum()).toMatchInlineSnapshot(`"974c8cf27c5761bc"`)
})

test('behavior: a CRM that is there is left alone', async () => {
  await database.exec(`update accounts set city = 'Somewhere else' where name = 'Lorain Pump Works'`)
  expect(await seedCrm(crm, { scale: testScale })).toBe(false)
  expect(await rows(`select city from accounts where name = 'Lorain Pump Works'`)).toEqual([{ city: 'Somewhere else' }])
})

test('behavior: seeding that fails leaves nothing', async () => {
  const empty = await openEmptyDatabase()
  const failing: CrmDatabase = {
    run: (statements) => empty.exec(statements),
    query: async (statement, parameters) => {
      if (statement.includes('insert into contacts')) throw new Error('disk full')
      return (await empty.query<Record<string, unknown>>(statement, [...parameters])).rows
    },
  }
  await expect(seedCrm(failing, { scale: testScale })).rejects.toThrow('disk full')
  const { rows: tables } = await empty.query(`select 1 from pg_tables where schemaname = 'public'`)
  await empty.close()
  expect(tables).toEqual([])
})

test('behavior: people and mess', async () => {
  const [cleveland] = await rows(
    `select count(*)::int as accounts from accounts a join territories t on t.id = a.territory_id where t.name = 'Cleveland'`,
  )
  expect(cleveland).toEqual({ accounts: 42 })
  const contacts = await rows(
    `select first_name || ' ' || last_name as name from contacts where account_id = (select id from accounts where name like 'Great Lakes F%') order by id limit 2`,
  )
  expect(contacts).toEqual([{ name: 'Zoë Marchetti' }, { name: 'Raúl O’Neill' }])
  const merged = await rows(
    `select a.name, b.name as into from accounts a join accounts b on b.id = a.merged_into_id where a.status = 'Merged'`,
  )
  expect(merged).toEqual([{ name: 'Firestone Park Bearing (merged)', into: 'Rubber City Power Transmission' }])
  const [last] = await rows(
    `select count(*)::int as wrong from contacts c where last_activity_at <> (select max(occurred_at) from activities where contact_id = c.id)`,
  )
  expect(last).toEqual({ wrong: 0 })
})
