import { randomUUID } from 'node:crypto'
import { autonomySchema, simulationSchema } from '@lakefront/contract/schemas'
import { beforeEach, describe, expect, test } from 'vitest'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { testStores } from '../../testing/testStores.ts'
import { createWeigh } from '../policy/createWeigh.ts'
import type { Policy } from '../policy/types.ts'
import { readUsedToday, type UsedTodayReader } from '../policy/usedToday.ts'
import { createRequests } from '../requests/createRequests.ts'
import type { OpenRequest } from '../requests/insertRequest.ts'
import { costlyRead } from '../testing/shownEffects.ts'
import { createAutonomy } from './createAutonomy.ts'

const policy: Policy = {
  level: 'propose',
  limits: { rows: 5 },
  rules: [{ verdict: 'ask', tools: ['nothing'], approvers: { roles: ['director'] } }],
  approvers: { roles: ['manager'], quorum: 1, fourEyes: false },
}
const allowed = { verdict: 'allow', because: ['It may.'] } as const
const asked = { verdict: 'ask', because: ['It may not.'], approvers: policy.approvers } as const

describe.each(testStores)('%s', (_kind, make) => {
  const store = openSuiteStore(make)
  let tenantId = ''
  let now = new Date('2026-11-22T12:00:00Z')
  const by = (userId: string, ...roles: string[]) => ({ tenantId, userId, roles })
  const options = { store, now: () => now }
  const timeZoneOf = () => 'America/New_York'
  const autonomy = createAutonomy({ ...options, policy, administrators: ['administrator'], timeZoneOf })
  const requests = createRequests({ ...options, expiresAfterMs: 3_600_000 })
  beforeEach(() => {
    tenantId = randomUUID()
    now = new Date('2026-11-22T12:00:00Z')
  })

  const ada = () => by('ada', 'administrator')
  const open = (more: Partial<OpenRequest> = {}) =>
    requests.open({ requestId: randomUUID(), caller: by('anna'), shown: costlyRead, verdict: asked, ...more })

  test('default', async () => {
    const before = await autonomy.read(ada())
    expect(autonomySchema.parse(before)).toEqual(before)
    expect(before).toMatchObject({ level: 'propose', limits: { rows: 5 }, setBy: null, mayChange: true })
    const { version } = before
    const after = await autonomy.set(ada(), { level: 'limited', limits: { costUsdPerDay: 3 }, version })
    expect(after).toMatchObject({
      level: 'limited',
      limits: { costUsdPerDay: 3 },
      setBy: 'ada',
      setAt: now.toISOString(),
    })
    expect(await autonomy.policyFor(tenantId)).toEqual({ ...policy, level: 'limited', limits: { costUsdPerDay: 3 } })
    expect(await autonomy.policyFor('another tenant')).toEqual(policy)
    expect((await autonomy.set(ada(), { level: 'observe', limits: {}, version: after.version })).level).toBe('observe')
  })

  test('behavior: who is no administrator reads it only', async () => {
    const { version, mayChange } = await autonomy.read(by('mona', 'manager'))
    expect(mayChange).toBe(false)
    const setting = { level: 'autonomous', limits: {}, version } as const
    await expect(autonomy.set(by('mona', 'manager'), setting)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Only administrator may do this.',
    })
    expect(await autonomy.policyFor(tenantId)).toEqual(policy)
  })

  test('behavior: of ten who set it at once, from the same one, one does', async () => {
    for (const _round of ['configured', 'set']) {
      const { version } = await autonomy.read(ada())
      const all = await Promise.allSettled(
        Array.from({ length: 10 }, (_, rows) => autonomy.set(ada(), { level: 'limited', limits: { rows }, version })),
      )
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const refused = all.flatMap((each) => (each.status === 'rejected' ? each.reason.code : []))
      expect(new Set(refused)).toEqual(new Set(['record-changed']))
    }
  })

  test('behavior: a simulation counts what was asked for in the days before, not what was edited out of it', async () => {
    now = new Date('2026-11-10T12:00:00Z')
    await open()
    now = new Date('2026-11-21T12:00:00Z')
    await open({ caller: { ...by('zoe'), tenantId: 'another' } })
    const { requestId, shownHash } = await open()
    await requests.replace(requestId, {
      ...{
        requestId: randomUUID(),
        caller: by('mona', 'manager'),
        shown: { ...costlyRead, rows: 1 },
        verdict: asked,
        shownHash,
      },
    })
    now = new Date('2026-11-22T12:00:00Z')
    const limits = { costUsdPerEffect: 1, costUsdPerDay: 1, rows: 5 }
    const simulation = await autonomy.simulate(by('mona', 'manager'), { level: 'limited', limits, days: 7 })
    expect(simulationSchema.parse(simulation)).toEqual(simulation)
    expect(simulation).toMatchObject({ requests: 1, allowed: 1, allowedCostUsd: 0.25, examples: [{ requestId }] })
    expect(simulation.from).toBe('2026-11-15T12:00:00.000Z')
    expect((await autonomy.simulate(ada(), { level: 'propose', limits, days: 30 })).asked).toBe(2)
  })

  test.each([['manager'], ['director'], ['administrator']])('parameters: %s may simulate', async (role) => {
    expect((await autonomy.simulate(by('x', role), { level: 'propose', limits: {}, days: 7 })).requests).toBe(0)
  })

  test('behavior: who decides on nothing does not see what everybody asked for', async () => {
    const simulating = autonomy.simulate(by('anna', 'sales'), { level: 'propose', limits: {}, days: 7 })
    await expect(simulating).rejects.toMatchObject({ code: 'forbidden' })
  })

  describe('what ran by itself today', () => {
    const usedBy = async (userId: string) =>
      (await readUsedToday(store, by(userId), { now, timeZone: 'America/New_York' })).costUsd
    const spend = (id: string, spent: number, { userId = 'anna', at = now } = {}) =>
      store.query(
        `insert into lakefront.budget_reservation (tenant_id, id, user_id, state, reserved, spent, reserved_at,
          expires_at, day_starts_at, month_starts_at) values ($1, $2, $3, 'settled', 1, $4, $5, $5, $5, $5)`,
        [tenantId, id, userId, spent, at.toISOString()],
      )

    test('default', async () => {
      await open({ verdict: allowed })
      await spend(randomUUID(), 0.5)
      await spend(randomUUID(), 8, { userId: 'zoe' })
      expect(await usedBy('anna')).toBe(0.75)
    })

    test('behavior: not what waits, what people agreed to, or what is counted already', async () => {
      await open()
      const { requestId, shownHash } = await open()
      await requests.decide(requestId, { caller: by('mona', 'manager'), decision: 'approve', shownHash })
      await spend(`${requestId}/run`, 4)
      const byItself = await open({ verdict: allowed })
      await spend(`${byItself.requestId}/run`, 0.125)
      expect(await usedBy('anna')).toBe(0.125)
    })

    test('behavior: of ten at once only as many run by themselves as the day allows', async () => {
      const timeZone = 'America/New_York'
      const usedToday: UsedTodayReader = (from, caller) => readUsedToday(from, caller, { now, timeZone })
      const limits = { costUsdPerEffect: 1, costUsdPerDay: 1, rows: 5 }
      const weigh = createWeigh({
        policyFor: async () => ({ ...policy, level: 'limited', limits }),
        usedToday: (caller) => usedToday(store, caller),
      })
      const counting = createRequests({ store, expiresAfterMs: 3_600_000, now: () => now, usedToday })
      // All are weighed before the first one is written down.
      const verdicts = await Promise.all(Array.from({ length: 10 }, () => weigh(costlyRead, by('anna'))))
      const opened = await Promise.all(
        verdicts.map((verdict) =>
          counting.open({ requestId: randomUUID(), caller: by('anna'), shown: costlyRead, verdict }),
        ),
      )
      expect(verdicts.every(({ verdict }) => verdict === 'allow')).toBe(true)
      expect(opened.filter(({ state }) => state === 'approved')).toHaveLength(4)
      const [asked] = opened.filter(({ state }) => state === 'pending')
      expect(asked?.because).toEqual(['The cost of the day is $1.25, over the limit of $1.'])
      expect(asked?.approvers).toEqual(policy.approvers)
    })

    test('behavior: from the tenant’s midnight on', async () => {
      await spend(randomUUID(), 0.5, { at: new Date('2026-11-22T04:59:59Z') })
      await spend(randomUUID(), 0.25, { at: new Date('2026-11-22T05:00:00Z') })
      expect(await usedBy('anna')).toBe(0.25)
    })
  })
})
