import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createAuditKeys, trustKeys } from '../audit/chain/auditKeys.ts'
import { verifyAudit } from '../audit/chain/verifyAudit.ts'
import { testStores } from '../testing/testStores.ts'
import { openStore } from './openStore.ts'

const secret = 'a secret for tests that is long enough'
const kills = 4

const importOf = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** Spends and records without end, and tells of every run once it is both settled and on the record. */
const writer = `
  const { openStore } = await import(${importOf('./openStore.ts')})
  const { createLedger } = await import(${importOf('../budget/ledger/createLedger.ts')})
  const { createAuditLog } = await import(${importOf('../audit/chain/createAuditLog.ts')})
  const { createAuditKeys } = await import(${importOf('../audit/chain/auditKeys.ts')})
  const [place, secret, name] = JSON.parse(process.argv[1])
  const store = await openStore(place)
  const ledger = createLedger({ store, reservationMs: 60_000 })
  const log = createAuditLog({ store, keys: createAuditKeys(secret) })
  const payer = { tenantId: 'erie', userId: 'zoe' }
  const limits = { caps: [], timeZone: 'UTC' }
  for (let run = 1; ; run++) {
    const id = name + ' ' + run
    await ledger.reserve({ id, payer, neededMicroUsd: 2n, limits })
    await ledger.settle('erie', id, [{ source: 'lakehouse', costUsd: 0.000001 }])
    await log.append('erie', { kind: 'rows-ended', callId: id, tool: 'ask', caller: { userId: 'zoe', roles: [] }, statements: [], actual: null })
    console.log(id)
  }`

describe.each(testStores)('%s', (_kind, make) => {
  test('behavior: killed in the middle of anything, what was acknowledged is there, and everything adds up', async () => {
    const place = await make()
    onTestFinished(async () => void (await place.remove()))
    const acknowledged: string[] = []
    for (let kill = 1; kill <= kills; kill++) {
      const parameters = JSON.stringify([place.config, secret, `life ${kill}`])
      const child = spawn(process.execPath, ['--input-type=module', '-e', writer, parameters], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      // Another number of runs each time, and whatever the next one had begun.
      let left = kill * 3
      for await (const id of createInterface(child.stdout)) {
        acknowledged.push(id)
        if (--left === 0) child.kill('SIGKILL')
      }
      await ended
    }

    const store = await openStore(place.config)
    const keys = trustKeys([createAuditKeys(secret).publicKeyPem])
    const [report] = await verifyAudit({ store, keys, anchors: [] })
    expect(report?.broken).toBeUndefined()
    const recorded = await store.query<{ id: string }>(
      `select entry::json ->> 'callId' as id from lakefront.audit_entry`,
    )
    expect(recorded.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
    const [settled] = await store.query<{ count: number }>(
      `select count(*)::integer as count from lakefront.budget_reservation where state = 'settled'`,
    )
    expect(settled!.count).toBeGreaterThanOrEqual(acknowledged.length)
    const unbalanced = await store.query(
      `select * from lakefront.budget_account,
        (select coalesce(sum(reserved) filter (where state = 'reserved'), 0) as held, sum(spent) as used
          from lakefront.budget_reservation) total
      where (reserved, spent) <> (held, used)`,
    )
    expect(unbalanced).toEqual([])
    await store.close()
  }, 120_000)
})
