import type { PGlite } from '@electric-sql/pglite'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openEmptyDatabase } from '../../packages/gateway/src/testing/emptyDatabase.ts'
import { type RunningWire, serveWire } from './wire.ts'

let database: PGlite
let wire: RunningWire
const clients: postgres.Sql[] = []

beforeAll(async () => {
  database = await openEmptyDatabase()
  await database.exec(`
    create table pieces (number int, word text); insert into pieces select n, 'w' || n from generate_series(1, 1000) n;
    create role lakefront_reader; grant select on pieces to lakefront_reader`)
  wire = await serveWire(database, { port: 0, idleLimitMs: 300 })
}, 60_000)
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end({ timeout: 1 })))
})
afterAll(async () => {
  await wire.close()
  await database.close()
})

function connect(
  user = 'postgres',
  options: postgres.Options<Record<string, postgres.PostgresType>> = {},
): postgres.Sql {
  const client = postgres(`postgres://${user}@localhost:${wire.port}/crm`, { max: 1, onnotice: () => {}, ...options })
  clients.push(client)
  return client
}

test('default: statements of many connections never mix', async () => {
  const pools = [
    connect('postgres', { max: 3 }),
    connect('postgres', { max: 3 }),
    connect('lakefront_reader', { max: 2 }),
  ]
  const numbers = Array.from({ length: 300 }, (_, number) => number)
  const answers = await Promise.all(
    numbers.map(
      (number) =>
        pools[
          number % 3
        ]!`select ${number}::int as number, ${`t${number}`} as text, (select count(*)::int from pieces where number <= ${number}) as counted`,
    ),
  )
  expect(answers.map(([row]) => row)).toEqual(
    numbers.map((number) => ({ number, text: `t${number}`, counted: number })),
  )
})

test('behavior: an error in one connection is nobody else’s', async () => {
  const [first, second] = [connect(), connect()]
  const [failed, fine] = await Promise.allSettled([
    first`select 1 / (number - 1) from pieces`,
    second`select 7 as seven`,
  ])
  expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
  expect(fine).toMatchObject({ status: 'fulfilled', value: [{ seven: 7 }] })
  expect(await first`select 8 as eight`).toEqual([{ eight: 8 }])
})

test('behavior: transactions see themselves only', async () => {
  const [first, second] = [connect(), connect()]
  const inserting = first.begin(async (sql) => {
    await sql`insert into pieces values (5000, 'new')`
    const [inside] = await sql`select count(*)::int as n from pieces where number = 5000`
    await sql`select 1`
    expect(inside).toEqual({ n: 1 })
    throw new Error('change of mind')
  })
  const counting = second`select count(*)::int as n from pieces where number = 5000`
  await expect(inserting).rejects.toThrow('change of mind')
  expect(await counting).toEqual([{ n: 0 }])
})

test('behavior: a client that dies in a transaction leaves nothing behind', async () => {
  const [dying, other] = [connect(), connect()]
  const reserved = await dying.reserve()
  await reserved.unsafe('begin')
  await reserved.unsafe(`insert into pieces values (6000, 'dead')`)
  const dead = dying.end({ timeout: 0 })
  expect(await other`select count(*)::int as n from pieces where number = 6000`).toEqual([{ n: 0 }])
  await dead
})

test('behavior: a client that holds a transaction open without a word is cut off', async () => {
  const [silent, other] = [connect(), connect()]
  const reserved = await silent.reserve()
  await reserved.unsafe('begin')
  await reserved.unsafe(`insert into pieces values (7000, 'idle')`)
  expect(await other`select count(*)::int as n from pieces where number = 7000`).toEqual([{ n: 0 }])
})

test('behavior: a cancelled query and a cursor left early do no harm', async () => {
  const sql = connect()
  const slow = sql`select pg_sleep(0.1)`.execute()
  await vi.waitFor(() => expect(Reflect.get(slow, 'active')).toBe(true))
  slow.cancel()
  await slow.catch(() => {})
  let read = 0
  for await (const rows of sql`select * from pieces order by number`.cursor(100)) {
    read += rows.length
    if (read >= 300) break
  }
  expect(await sql`select 9 as nine`).toEqual([{ nine: 9 }])
})

test('behavior: the reader reads, and leaves the others their rights', async () => {
  const [reader, owner] = [connect('lakefront_reader', { connection: { statement_timeout: 5000 } }), connect()]
  await expect(reader`delete from pieces`).rejects.toThrow('read-only transaction')
  await expect(reader.unsafe('begin read write; delete from pieces')).rejects.toThrow('permission denied')
  await expect(reader`create table mine (a int)`).rejects.toThrow()
  expect(await owner`select current_user::text as who, current_setting('statement_timeout') as limit`).toEqual([
    { who: 'postgres', limit: '0' },
  ])
  expect(await reader`select current_user::text as who, current_setting('statement_timeout') as limit`).toEqual([
    { who: 'lakefront_reader', limit: '5s' },
  ])
})

test('behavior: a read-only transaction stays one', async () => {
  const sql = connect()
  await expect(sql.begin('read only', (inner) => inner`delete from pieces`)).rejects.toThrow('read-only transaction')
  expect(await sql`select count(*)::int as n from pieces`).toEqual([{ n: 1000 }])
})

test('behavior: any other name is the owner', async () => {
  expect(await connect('somebody')`select current_user::text as who`).toEqual([{ who: 'postgres' }])
})

test('behavior: a client that asks for what cannot be is told why, the next one is served', async () => {
  const wrong = connect('postgres', { connection: { statement_timeout: 'soon' as unknown as number } })
  await expect(wrong`select 1`).rejects.toThrow('invalid value for parameter "statement_timeout"')
  expect(await connect()`select 1 as one`).toEqual([{ one: 1 }])
})

test('behavior: a port in use is named', async () => {
  await expect(serveWire(database, { port: wire.port })).rejects.toThrow(`Port ${wire.port} is in use`)
})
