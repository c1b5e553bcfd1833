import { expect } from 'vitest'
import { createAuditLog } from '../../../audit/chain/createAuditLog.ts'
import { recordEffects } from '../../../audit/record/recordEffects.ts'
import { openStore } from '../../../store/openStore.ts'
import type { Store } from '../../../store/port.ts'
import { createApprovals } from '../../createApprovals.ts'
import { openPostgresWriter } from '../../effects/postgresWriter.ts'
import { createRequests } from '../../requests/createRequests.ts'
import type { StoredRequest } from '../../requests/judge.ts'
import { auditKeys, checkRecord, idsIn, listAll } from './checkRecord.ts'
import { type Killable, writes } from './killable.ts'
import { afterSomeLines, liveAndDie } from './liveAndDie.ts'

const mostLines = 8
const script = new URL('./writer.ts', import.meta.url)

export type KillPlan = Killable & {
  kills: number
  /** Gateways that live at once. */
  lanes: number
  /** Names of all records that were written. */
  readDeals(): Promise<readonly string[]>
}

/** Kills gateways at random moments while they approve and write, and checks that no effect is lost and none happened twice. */
export async function surviveKills({ kills, lanes, readDeals, ...killable }: KillPlan): Promise<void> {
  const said: string[] = []
  // The tables are made first, so that no gateway dies over them.
  await (await openStore(killable.storeConfig)).close()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let kill = 0; kill < kills / lanes; kill++) {
        await liveAndDie({ script, parameters: killable, said, isLast: afterSomeLines(mostLines) })
      }
    }),
  )
  expect(said.filter((line) => line.startsWith('fault'))).toEqual([])
  const store = await openStore(killable.storeConfig)
  try {
    await takeUp(store, killable.shopUrl)
    const requests = await listAll(store)
    checkEffects(requests, await readDeals(), said)
    await checkRecord(store, requests, said)
  } finally {
    await store.close()
  }
}

/** What another gateway does later, when nobody can still be at what was left. */
async function takeUp(store: Store, shopUrl: string) {
  const approvals = createApprovals({
    requests: createRequests({ store, expiresAfterMs: 1, now: () => new Date(Date.now() + 3_600_000) }),
    weigh: async () => ({ verdict: 'ask', because: [] }),
    writes,
    writers: new Map([['shop', openPostgresWriter({ source: 'shop', title: 'Shop', url: shopUrl })]]),
    titleOfSource: (id) => id,
    onCarriedOut: recordEffects(createAuditLog({ store, keys: auditKeys })),
    onFault: (error) => expect(error).toBeUndefined(),
  })
  await approvals.resume()
  await approvals.close()
}

function checkEffects(requests: readonly StoredRequest[], deals: readonly string[], said: readonly string[]) {
  const idsOf = (state: string) => requests.flatMap((each) => (each.state === state ? each.requestId : []))
  expect(idsIn(said, 'done').length).toBeGreaterThan(0)
  expect(requests.filter(({ state }) => state !== 'done' && state !== 'pending')).toEqual([])
  // What was asked for is in the list, and what was said to have happened has.
  expect(requests.map(({ requestId }) => requestId)).toEqual(expect.arrayContaining(idsIn(said, 'asked')))
  expect(idsOf('done')).toEqual(expect.arrayContaining(idsIn(said, 'done')))
  expect([...deals].sort()).toEqual(idsOf('done').sort())
}
