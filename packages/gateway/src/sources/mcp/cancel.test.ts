import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inParallel, scattered } from '../../testing/inParallel.ts'
import { openSource } from '../openSource.ts'
import type { Source } from '../port.ts'

let peer: ChildProcess
let origin: string
let source: Source

beforeAll(async () => {
  peer = fork(new URL('../../testing/olderSqlServer.ts', import.meta.url).pathname)
  origin = String((await once(peer, 'message'))[0])
  source = openSource('warehouse', { mcp: { url: `${origin}/mcp` }, dialect: 'databricks' })
})
afterAll(async () => {
  await source.close()
  peer.kill()
})

const running = async () => Number(await (await fetch(`${origin}/running`)).text())

test("behavior: cancelling stops the statement at somebody else's server, at any moment", async () => {
  await inParallel({ count: 40, atOnce: 8 }, async (index) => {
    const abort = new AbortController()
    const statement = source.query('select 1', { signal: abort.signal })
    setTimeout(() => abort.abort(), scattered(index, 60))
    await expect(statement).rejects.toMatchObject({ code: 'cancelled' })
  })
  await expect.poll(running, { timeout: 10_000 }).toBe(0)

  const abort = new AbortController()
  const statements = Array.from({ length: 5 }, () => source.query('select 1', { signal: abort.signal }))
  await expect.poll(running, { timeout: 10_000 }).toBe(5)
  abort.abort()
  await Promise.allSettled(statements)
  await expect.poll(running, { timeout: 10_000 }).toBe(0)
})
