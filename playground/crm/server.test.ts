import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { copyEmptyDatabase, openEmptyDatabase } from '../../packages/gateway/src/testing/emptyDatabase.ts'
import { makeFolder } from '../data/testData.ts'

type Child = ChildProcessByStdio<null, Readable, Readable>

function start(folder: string, environment: Record<string, string> = {}): Child {
  const args = [join(import.meta.dirname, 'server.ts'), '--port', '0', '--scale', '0.01', '--data', join(folder, 'crm')]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function urlOf(child: Child): Promise<string> {
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /^listening (postgres:\S+)\n$/.exec(line.toString())?.[1]
  if (!url) throw new Error(`unexpected first line: ${line}`)
  return url
}

async function end(child: Child, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = (await ended) as [number | null]
  return code
}

test('default: seeds itself, serves, ends cleanly', async () => {
  const { folder, remove } = await makeFolder()
  onTestFinished(remove)
  const child = start(folder)
  const sql = postgres(await urlOf(child))
  const [row] =
    await sql`select count(*)::int as accounts from accounts a join territories t on t.id = a.territory_id where t.name = 'Cleveland'`
  await sql.end()
  expect(row).toEqual({ accounts: 42 })
  expect(await end(child, 'SIGTERM')).toBe(0)
}, 60_000)

test('behavior: what was committed survives SIGKILL, what was not does not; a second process is refused', async () => {
  const { folder, remove } = await makeFolder()
  onTestFinished(remove)
  await copyEmptyDatabase(join(folder, 'crm'))
  const first = start(folder)
  const sql = postgres(await urlOf(first), { max: 1, onclose: () => {} })

  const second = start(folder)
  const complaints: string[] = []
  second.stderr.on('data', (text) => complaints.push(String(text)))
  const [code] = await once(second, 'exit')
  expect([code, complaints.join('')]).toEqual([1, expect.stringContaining(`in use by the process ${first.pid}`)])

  await sql`create table written (number int primary key)`
  let acknowledged = 0
  const writing = (async () => {
    for (let number = 1; ; number += 1) {
      await sql.begin(async (inner) => {
        await inner`insert into written values (${number})`
        await inner`insert into written values (${-number})`
      })
      acknowledged = number
      if (number === 40) void end(first, 'SIGKILL')
    }
  })()
  await expect(writing).rejects.toThrow()
  await sql.end({ timeout: 0 })

  const third = start(folder)
  const again = postgres(await urlOf(third))
  const [row] =
    await again`select count(*) filter (where number > 0)::int as written, sum(number)::int as sum from written`
  const [accounts] = await again`select count(*)::int > 400 as there from accounts`
  await again.end()
  expect(row?.sum).toBe(0)
  expect(row?.written).toBeGreaterThanOrEqual(acknowledged)
  expect(acknowledged).toBeGreaterThanOrEqual(40)
  expect(accounts).toEqual({ there: true })
}, 90_000)

test('parameters: DATABASE_URL fills that Postgres and starts nothing', async () => {
  const { folder, remove } = await makeFolder()
  onTestFinished(remove)
  const { serveWire } = await import('./wire.ts')
  const own = await openEmptyDatabase()
  const wire = await serveWire(own, { port: 0 })
  const child = start(folder, { DATABASE_URL: `postgres://postgres@localhost:${wire.port}/team` })
  const [code] = await once(child, 'exit')
  const { rows } = await own.query('select count(*)::int as n from territories')
  await wire.close()
  await own.close()
  expect([code, rows]).toEqual([0, [{ n: 40 }]])
}, 60_000)
