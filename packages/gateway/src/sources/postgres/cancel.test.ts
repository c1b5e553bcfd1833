import { EventEmitter, once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmptyDatabase } from '../../testing/emptyDatabase.ts'
import { createPostgresSource } from './postgresSource.ts'

const cancelRequest = 80_877_102
const statement = 'select 1 as the_slow_one'

let database: PGlite
let postgres: PGLiteSocketServer
let proxy: Server
const clients: Socket[] = []
const events = new EventEmitter()

beforeAll(async () => {
  database = await openEmptyDatabase()
  postgres = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0 })
  const listening = new Promise<number>((resolve) =>
    postgres.addEventListener('listening', (event) => resolve((event as CustomEvent<{ port: number }>).detail.port)),
  )
  await postgres.start()
  const port = await listening
  proxy = createServer((client) => stallStatement(client, connect(port, '127.0.0.1'))).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
})
afterAll(async () => {
  proxy.close()
  await postgres.stop()
  await database.close()
})

/** A Postgres that describes the statement, never runs it, and dies of the request to cancel it. */
function stallStatement(client: Socket, server: Socket): void {
  let timesSeen = 0
  clients.push(client)
  client.on('data', (data) => {
    if (data.length === 16 && data.readInt32BE(4) === cancelRequest) {
      client.resetAndDestroy()
      return events.emit('cancelled')
    }
    if (data.includes(statement)) timesSeen += 1
    if (timesSeen < 2) return server.write(data)
    return events.emit('stalled')
  })
  server.pipe(client)
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => undefined).on('close', () => other.destroy())
  }
}

const unheard: unknown[] = []
const onUnheard = (reason: unknown) => unheard.push(reason)
process.on('unhandledRejection', onUnheard).on('uncaughtException', onUnheard)
afterAll(() => void process.off('unhandledRejection', onUnheard).off('uncaughtException', onUnheard))

test.each([true, false])(
  'behavior: a server that dies ends the statement, not the process; cancelled: %s',
  async (isCancelled) => {
    const url = `postgres://postgres@127.0.0.1:${(proxy.address() as AddressInfo).port}/postgres`
    const source = createPostgresSource({ id: 'crm', title: 'CRM', url, timeoutMs: 10_000, now: Date.now })
    const controller = new AbortController()
    const stalled = once(events, 'stalled')
    const die = () => clients.splice(0).map((client) => client.destroy())
    // It is tried again, and dies again.
    if (!isCancelled) events.on('stalled', die)
    const failure = expect(source.query(statement, { signal: controller.signal })).rejects.toMatchObject({
      code: expect.stringMatching(/cancelled|source-unavailable/),
    })
    await stalled
    if (isCancelled) {
      const cancelled = once(events, 'cancelled')
      controller.abort()
      await cancelled
    }
    for (const client of clients.splice(0)) client.destroy()
    await failure
    await setImmediate()
    await source.close()
    expect(unheard).toEqual([])
  },
)
