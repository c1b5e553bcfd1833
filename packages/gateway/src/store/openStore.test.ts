import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openSuiteStore } from '../testing/suiteStore.ts'
import { testStores } from '../testing/testStores.ts'
import { migrate } from './migrate.ts'
import { openStore } from './openStore.ts'
import { MigrationError } from './planMigrations.ts'

describe.each(testStores)('%s', (_kind, make) => {
  const store = openSuiteStore(make)
  beforeAll(() => store.query('create table lakefront.tally (name text primary key, count bigint not null)'))

  test('default: values come back as they were written, in both alike', async () => {
    const [row] = await store.query(
      `select $1::numeric(20, 6) as amount, $2::bigint as count, $3::integer as small, $4::boolean as flag, $5::text as nothing,
        '{"b":1, "a":2}'::json as json, timestamptz '2026-11-22 13:00:00.123456+01' as moment, date '2026-02-03' as day`,
      ['0.100000', '9007199254740993', 7, true, null],
    )
    expect(row).toEqual({
      amount: '0.100000',
      count: '9007199254740993',
      small: 7,
      flag: true,
      nothing: null,
      json: '{"b":1, "a":2}',
      moment: '2026-11-22 12:00:00.123456+00',
      day: '2026-02-03',
    })
  })

  test('behavior: a transaction that fails leaves nothing behind', async () => {
    const failing = store.transaction(async (transaction) => {
      await transaction.query(`insert into lakefront.tally values ('lost', 1)`)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await store.query(`select * from lakefront.tally where name = 'lost'`)).toEqual([])
  })

  test('behavior: many at once do not lose a count', async () => {
    await store.query(`insert into lakefront.tally values ('many', 0)`)
    const add = () =>
      store.transaction(async (transaction) => {
        const [row] = await transaction.query<{ count: string }>(
          `select count from lakefront.tally where name = 'many' for update`,
        )
        await transaction.query(`update lakefront.tally set count = $1 where name = 'many'`, [Number(row?.count) + 1])
      })
    await Promise.all(Array.from({ length: 40 }, add))
    expect(await store.query(`select count from lakefront.tally where name = 'many'`)).toEqual([{ count: '40' }])
  })

  test('behavior: one that gives way to another is run again', async () => {
    let attempts = 0
    const value = await store.transaction(async (transaction) => {
      attempts++
      if (attempts < 3)
        await transaction.query(`do $$ begin raise exception 'gave way' using errcode = '40001'; end $$`)
      return attempts
    })
    expect(value).toBe(3)
  })

  test('behavior: migrations are applied once, all or none, and never again differently', async () => {
    const known = await store.query<{ number: number }>('select number from lakefront.migration')
    const next = { number: known.length + 1, name: 'next', sql: 'create table lakefront.next (id integer)' }
    const released = (await import('./migrations/index.ts')).migrations
    const broken = { number: next.number + 1, name: 'broken', sql: 'create table lakefront.next (id integer)' }

    await expect(migrate(store, [...released, next, broken])).rejects.toThrow('already exists')
    expect(await store.query('select number from lakefront.migration')).toEqual(known)

    await Promise.all([1, 2, 3].map(() => migrate(store, [...released, next])))
    expect(await store.query('select * from lakefront.next')).toEqual([])
    await expect(migrate(store, [...released, { ...next, sql: 'select 1' }])).rejects.toThrow(MigrationError)
    await expect(migrate(store, released)).rejects.toThrow('newer than this gateway')

    await store.query('drop table lakefront.next')
    await store.query(`delete from lakefront.migration where name = 'next'`)
  })

  test('behavior: what was written is there after it was closed and opened again', async () => {
    await store.query(`insert into lakefront.tally values ('kept', 1)`)
    await store.reopen()
    expect(await store.query(`select count from lakefront.tally where name = 'kept'`)).toEqual([{ count: '1' }])
  })
})

test('behavior: a second gateway on the same folder is refused, until the first is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'state-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const first = await openStore({ folder })
  await expect(openStore({ folder })).rejects.toThrow('is in use by')
  await first.close()
  await (await openStore({ folder })).close()
})

test('behavior: a server that is away is told as such', async () => {
  await expect(openStore({ url: 'postgres://postgres@%2Fnowhere/postgres' })).rejects.toMatchObject({
    code: 'store-unavailable',
  })
})
