import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { createAuditKeys, trustKeys } from '../../../audit/chain/auditKeys.ts'
import { createAuditLog } from '../../../audit/chain/createAuditLog.ts'
import { readEntries } from '../../../audit/chain/readEntries.ts'
import { verifyAudit } from '../../../audit/chain/verifyAudit.ts'
import { recordEffects } from '../../../audit/record/recordEffects.ts'
import type { AuditEntry } from '../../../audit/types.ts'
import { openStore } from '../../../store/openStore.ts'
import type { Store } from '../../../store/port.ts'
import { createApprovals } from '../../createApprovals.ts'
import { openPostgresWriter } from '../../effects/postgresWriter.ts'
import { createRequests } from '../../requests/createRequests.ts'
import type { StoredRequest } from '../../requests/judge.ts'
import { auditSecret, type Killable, writes } from './killable.ts'

const keys = createAuditKeys(auditSecret)
const mostLines = 8
/** About as long as one wish takes from asking to being done. */
const longestPauseMs = 20

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
      for (let kill = 0; kill < kills / lanes; kill++) await liveAndDie(killable, said)
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

/** Lets one gateway live for a random while, and takes down what it said. */
async function liveAndDie(killable: Killable, said: string[]) {
  const writer = fileURLToPath(new URL('./writer.ts', import.meta.url))
  const child = spawn(process.execPath, [writer, JSON.stringify(killable)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit')
  // By what it has done, not by the clock, so that a slow machine kills it at work too.
  let linesToLive = Math.floor(Math.random() * mostLines)
  for await (const line of lines) {
    if (line !== 'ready') said.push(line)
    if (linesToLive-- === 0) setTimeout(() => child.kill('SIGKILL'), Math.random() * longestPauseMs)
  }
  await ended
}

/** What another gateway does later, when nobody can still be at what was left. */
async function takeUp(store: Store, shopUrl: string) {
  const approvals = createApprovals({
    requests: createRequests({ store, expiresAfterMs: 1, now: () => new Date(Date.now() + 3_600_000) }),
    weigh: async () => ({ verdict: 'ask', because: [] }),
    writes,
    writers: new Map([['shop', openPostgresWriter({ source: 'shop', title: 'Shop', url: shopUrl })]]),
    titleOfSource: (id) => id,
    onCarriedOut: recordEffects(createAuditLog({ store, keys })),
    onFault: (error) => expect(error).toBeUndefined(),
  })
  await approvals.resume()
  await approvals.close()
}

/** Every request, as its requester's list shows them page by page. */
async function listAll(store: Store): Promise<StoredRequest[]> {
  const requests = createRequests({ store, expiresAfterMs: 1 })
  const found: StoredRequest[] = []
  let before: string | undefined
  do {
    const page = await requests.list({ tenantId: 'erie', userId: 'anna', roles: [] }, { limit: 200, before })
    found.push(...page.requests)
    before = page.next ?? undefined
  } while (before !== undefined)
  return found
}

const idsIn = (said: readonly string[], word: string) =>
  said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

function checkEffects(requests: readonly StoredRequest[], deals: readonly string[], said: readonly string[]) {
  const idsOf = (state: string) => requests.flatMap((each) => (each.state === state ? each.requestId : []))
  expect(idsIn(said, 'done').length).toBeGreaterThan(0)
  expect(requests.filter(({ state }) => state !== 'done' && state !== 'pending')).toEqual([])
  // What was asked for is in the list, and what was said to have happened has.
  expect(requests.map(({ requestId }) => requestId)).toEqual(expect.arrayContaining(idsIn(said, 'asked')))
  expect(idsOf('done')).toEqual(expect.arrayContaining(idsIn(said, 'done')))
  expect([...deals].sort()).toEqual(idsOf('done').sort())
}

async function checkRecord(store: Store, requests: readonly StoredRequest[], said: readonly string[]) {
  const reports = await verifyAudit({ store, keys: trustKeys([keys.publicKeyPem]), anchors: [] })
  expect(reports.flatMap(({ broken }) => broken ?? [])).toEqual([])
  const entries: AuditEntry[] = []
  for await (const { entry } of readEntries(store, 'erie')) entries.push(JSON.parse(entry))
  const done = entries.flatMap((entry) =>
    'approval' in entry && entry.approval?.state === 'done' ? entry.approval.requestId : [],
  )
  const started = entries.flatMap((entry) =>
    entry.kind === 'call-started' && entry.tool === 'decide_approval' ? entry.inputs.requestId : [],
  )
  // Nothing was told before it was on the record, and nothing happened before the decision was.
  expect(done).toEqual(expect.arrayContaining(idsIn(said, 'done')))
  const happened = requests.flatMap(({ state, requestId }) => (state === 'done' ? requestId : []))
  expect(started).toEqual(expect.arrayContaining(happened))
}
