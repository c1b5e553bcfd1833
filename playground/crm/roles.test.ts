import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgresWriter } from '../../packages/gateway/src/approval/effects/postgresWriter.ts'
import { postgresHost } from '../../packages/gateway/src/postgresHost.ts'
import { copyEmptyDatabase } from '../../packages/gateway/src/testing/emptyDatabase.ts'
import { startPostgres } from '../../scripts/postgres.ts'
import { makeFolder } from '../data/testData.ts'
import config from '../lakefront.config.ts'
import { startCrm } from './embedded.ts'
import { seedPostgres } from './postgres.ts'

const scale = 0.01

/** A CRM of either kind, where it is for its owner. */
const places = [
  [
    'embedded',
    async () => {
      const { folder, remove } = await makeFolder()
      await copyEmptyDatabase(folder)
      // A second start finds the tables, and sees to the roles all the same.
      await (await startCrm({ port: 0, folder, scale })).close()
      const crm = await startCrm({ port: 0, folder, scale })
      return { url: crm.url, close: () => crm.close().then(remove) }
    },
  ],
  [
    'Postgres',
    async () => {
      const { url, stop } = await startPostgres()
      await seedPostgres(url, { scale })
      await seedPostgres(url, { scale })
      return { url, close: stop }
    },
  ],
] as const

describe.each(places)('%s', (_kind, make) => {
  let place: Awaited<ReturnType<typeof make>>
  let owner: postgres.Sql
  let writer: postgres.Sql
  beforeAll(async () => {
    place = await make()
    owner = connect(place.url)
    writer = connect(asUser(place.url, 'lakefront_writer'))
  }, 60_000)
  afterAll(async () => {
    await writer?.end()
    await owner?.end()
    await place?.close()
  })

  test('default: the writer writes everything that the configuration lets be written', async () => {
    const url = asUser(place.url, 'lakefront_writer')
    const records = openPostgresWriter({ source: 'crm', title: 'CRM', url })
    for (const { table, keyColumn, labelColumn, columns, mayCreate = false } of Object.values(config.writes ?? {})) {
      const names = columns.map(({ name }) => name)
      const [row] = await owner.unsafe(
        `select ${keyColumn}::text as key, to_jsonb(r) as record from ${table} r limit 1`,
      )
      const values = Object.fromEntries(names.map((name) => [name, textOf(row?.record[name])]))
      const update = { table, keyColumn, key: row?.key, values, before: {} }
      await records.preview(update, [labelColumn])
      expect(await records.apply(randomUUID(), update)).toBe(row?.key)
      if (!mayCreate) continue
      const made = await records.apply(randomUUID(), { table, keyColumn, key: null, values, before: {} })
      expect(await owner.unsafe(`select 1 from ${table} where ${keyColumn} = ${made}`)).toHaveLength(1)
    }
    await records.close()
    const [{ effects }] = (await owner`select count(*)::int as effects from lakefront_effect`) as [{ effects: number }]
    expect(effects).toBe(7)
  })

  test.each([
    'drop table opportunities',
    'drop table lakefront_effect',
    'delete from opportunities',
    'delete from lakefront_effect',
    'truncate cases',
    'alter table cases add column secret text',
    'create table mine (number int)',
    'create schema mine',
    `update accounts set name = 'Mine'`,
    `insert into accounts (id) values (0)`,
    `update contacts set email = 'me@example.com'`,
    'select email from contacts',
    'select * from owners',
    'select * from leads',
    'select * from territories',
    'alter role lakefront_writer superuser',
    `copy accounts to program 'cat'`,
  ])('behavior: the writer may not: %s', async (statement) => {
    await expect(writer.unsafe(statement)).rejects.toThrow(/permission denied|must be owner|must be superuser/)
  })

  test('behavior: the reader does not see what was written by whom, and writes nothing', async () => {
    const reader = connect(asUser(place.url, 'lakefront_reader'))
    await expect(reader`select * from lakefront_effect`).rejects.toThrow('permission denied')
    await expect(reader`update cases set subject = 'Mine'`).rejects.toThrow(/read-only|permission denied/)
    expect(await reader`select 1 from contacts limit 1`).toHaveLength(1)
    await reader.end()
  })
})

function connect(url: string): postgres.Sql {
  return postgres(url, { ...postgresHost(url), max: 1, onnotice: () => undefined })
}

function asUser(url: string, user: string): string {
  return url.replace(/^postgres:\/\/(?:[^@/]*@)?/, `postgres://${user}@`)
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
