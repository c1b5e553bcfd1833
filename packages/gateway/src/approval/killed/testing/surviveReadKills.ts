import { expect } from 'vitest'
import { openStore } from '../../../store/openStore.ts'
import type { Store } from '../../../store/port.ts'
import type { StoredRequest } from '../../requests/judge.ts'
import { checkRecord, idsIn, listAll } from './checkRecord.ts'
import { afterSomeLines, liveAndDie } from './liveAndDie.ts'
import { anna, call, closeReading, openReading, type Readable } from './reading.ts'

const mostLines = 8
const script = new URL('./reader.ts', import.meta.url)
const inRead = { isLast: (line: string) => line === 'reading', longestPauseMs: 5 }

export type ReadKillPlan = Readable & {
  kills: number
  /** Gateways that live at once. */
  lanes: number
}

/** Kills gateways in the middle of reads that were approved, and checks that each can be gone on with, once, and the money adds up. */
export async function surviveReadKills({ kills, lanes, ...readable }: ReadKillPlan): Promise<void> {
  const said: string[] = []
  await (await openStore(readable.storeConfig)).close()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let kill = 0; kill < kills / lanes; kill++) {
        // Every second one dies in its first read, the others anywhere.
        const death = kill % 2 === 0 ? inRead : { isLast: afterSomeLines(mostLines) }
        await liveAndDie({ script, parameters: readable, said, ...death })
      }
    }),
  )
  expect(said.filter((line) => line.startsWith('fault'))).toEqual([])
  await withStore(readable, async (store) => {
    checkRequests(await listAll(store), said)
    const held = await store.query(`select id from lakefront.budget_reservation where state = 'reserved'`)
    expect(held.length).toBeGreaterThan(0)
    await passTime(store)
  })
  const left = await goOn(readable)
  await withStore(readable, async (store) => {
    const requests = await listAll(store)
    checkGoneOn(requests, left)
    await checkLedger(store, requests)
    await checkRecord(store, requests, [...said, ...left.map(({ requestId }) => `done ${requestId}`)])
  })
}

async function withStore(readable: Readable, work: (store: Store) => Promise<void>) {
  const store = await openStore(readable.storeConfig)
  await work(store).finally(() => store.close())
}

function checkRequests(requests: readonly StoredRequest[], said: readonly string[]) {
  const idsOf = (state: string) => requests.flatMap((each) => (each.state === state ? each.requestId : []))
  expect(requests.map(({ requestId }) => requestId)).toEqual(expect.arrayContaining(idsIn(said, 'asked')))
  expect([...idsOf('pending'), ...idsOf('approved'), ...idsOf('done')]).toHaveLength(requests.length)
  expect([...idsOf('approved'), ...idsOf('done')]).toEqual(expect.arrayContaining(idsIn(said, 'approved')))
  expect(idsOf('done')).toEqual(expect.arrayContaining(idsIn(said, 'done')))
  for (const { state, decisions } of requests) expect(decisions).toHaveLength(state === 'pending' ? 0 : 1)
}

/** Makes everything older, as if half an hour had passed: longer than leases and reservations of the dead last. */
async function passTime(store: Store) {
  await store.query(`update lakefront.approval_request set lease_until = lease_until - interval '30 minutes'`)
  await store.query(`update lakefront.budget_reservation set expires_at = expires_at - interval '30 minutes'`)
}

/** Anna comes back for everything that was approved and that she has not got, at two doors at once. */
async function goOn(readable: Readable): Promise<readonly StoredRequest[]> {
  const onFault = (error: unknown) => expect(error).toBeUndefined()
  const rooms = await openReading(readable, onFault)
  try {
    const left = (await listAll(rooms.store!)).filter(({ state }) => state === 'approved')
    expect(left.length).toBeGreaterThan(0)
    for (const { requestId, shown } of left) {
      const input = { source: 'lakehouse', sql: shown.statements![0]!.sql, approvalId: requestId }
      const run = () => call(rooms, anna, 'run_query', input)
      const outcomes = [...(await Promise.all([run(), run()])), await run()].map(({ error }) => error?.code)
      expect(outcomes.toSorted()).toEqual(['approval-closed', 'approval-closed', undefined])
    }
    return left
  } finally {
    await closeReading(rooms)
  }
}

function checkGoneOn(requests: readonly StoredRequest[], left: readonly StoredRequest[]) {
  const states = new Map(requests.map(({ requestId, state }) => [requestId, state]))
  expect(left.map(({ requestId }) => states.get(requestId))).toEqual(left.map(() => 'done'))
}

/** Each run’s money is spent or given back, never both and never neither; and the accounts say what the runs say. */
async function checkLedger(store: Store, requests: readonly StoredRequest[]) {
  const runs = await store.query<{ request: string; state: string; reserved: number; spent: number }>(
    `select split_part(id, '/', 1) as request, state, reserved::float8 as reserved, spent::float8 as spent
    from lakefront.budget_reservation`,
  )
  expect(new Set(runs.map(({ reserved }) => reserved))).toEqual(new Set([1]))
  for (const { state, spent } of runs) {
    expect(['settled', 'expired']).toContain(state)
    expect(spent).toBe(state === 'settled' ? 1 : 0)
  }
  const paid = new Set(runs.map(({ request }) => request))
  const happened = requests.flatMap(({ state, requestId }) => (state === 'done' ? requestId : []))
  expect([...paid]).toEqual(expect.arrayContaining(happened))
  const waiting = requests.flatMap(({ state, requestId }) => (state === 'pending' ? requestId : []))
  expect(waiting.filter((requestId) => paid.has(requestId))).toEqual([])
  const unbalanced = await store.query(
    `select * from lakefront.budget_account account
    join (
      select scope, scope_id, period, starts_at, sum(run.spent) as used
      from lakefront.budget_booking join lakefront.budget_reservation run using (tenant_id, id)
      group by scope, scope_id, period, starts_at
    ) booked using (scope, scope_id, period, starts_at)
    where account.reserved <> 0 or account.spent <> booked.used`,
  )
  expect(unbalanced).toEqual([])
}
