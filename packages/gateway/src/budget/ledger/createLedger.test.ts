import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BudgetCap } from '../../config/types.ts'
import { fromLedgerText, toUsd } from '../../cost/money.ts'
import type { Store } from '../../store/port.ts'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { testStores } from '../../testing/testStores.ts'
import { limitsFor } from '../caps/spendLimits.ts'
import type { BudgetVerdict, Payer } from '../types.ts'
import { createLedger } from './createLedger.ts'

const usd = 1_000_000n
const reservationMs = 60_000
const userDay: BudgetCap = { scope: 'user', period: 'day', capUsd: 10 }
const tenantMonth: BudgetCap = { scope: 'tenant', period: 'month', capUsd: 25 }

describe.each(testStores)('%s', (_kind, make) => {
  const store = openSuiteStore(make)
  let time: Date
  let tenants = 0

  /** A ledger for a tenant that no other test knows, on a day at noon. */
  function open(caps: readonly BudgetCap[] = [userDay, tenantMonth], timeZone = 'UTC') {
    time = new Date('2026-11-20T12:00:00Z')
    const ledger = createLedger({ store, reservationMs, now: () => time })
    const tenantId = `tenant ${++tenants}`
    let runs = 0
    return {
      tenantId,
      reserve(neededMicroUsd: bigint, who: Partial<Payer> = {}, id = `run ${++runs}`): Promise<BudgetVerdict> {
        const payer = { tenantId, userId: 'zoe', ...who }
        return ledger.reserve({ id, payer, neededMicroUsd, limits: limitsFor(payer, { caps, timeZone }) })
      },
      settle: (id: string, spent: bigint | null) =>
        ledger.settle(tenantId, id, [{ source: 'lakehouse', costUsd: spent === null ? null : toUsd(spent) }]),
      release: (id: string) => ledger.release(tenantId, id),
      renew: (id: string) => ledger.renew(tenantId, id),
      later: (ms: number) => {
        time = new Date(time.getTime() + ms)
      },
      accounts: () => readAccounts(store, tenantId),
    }
  }

  test('default: reserved before, spent after, the difference given back', async () => {
    const { reserve, settle, accounts } = open()
    expect((await reserve(4n * usd)).state).toBe('ok')
    expect(await accounts()).toMatchObject({ 'user zoe day': [4, 0], 'tenant month': [4, 0] })
    await settle('run 1', usd)
    expect(await accounts()).toMatchObject({ 'user zoe day': [0, 1], 'tenant month': [0, 1] })
  })

  test('behavior: over the cap nothing is set aside, and it is said what is in the way', async () => {
    const { reserve, settle, accounts } = open()
    await reserve(6n * usd)
    await settle('run 1', 5n * usd)
    await reserve(3n * usd)
    const { state, use } = await reserve(3n * usd)
    expect([state, use]).toEqual([
      'stopped',
      {
        scope: 'user',
        period: 'day',
        capMicroUsd: 10n * usd,
        confirmAboveMicroUsd: null,
        spentMicroUsd: 5n * usd,
        reservedMicroUsd: 3n * usd,
        startsAt: '2026-11-20T00:00:00Z',
        resetsAt: '2026-11-21T00:00:00Z',
      },
    ])
    expect(await accounts()).toMatchObject({ 'user zoe day': [3, 5] })
  })

  test('behavior: a tenant’s cap holds over its people, one person’s does not over another', async () => {
    const { reserve } = open()
    const states = []
    for (const userId of ['ann', 'ben', 'cat']) states.push((await reserve(9n * usd, { userId })).state)
    expect(states).toEqual(['warn', 'warn', 'stopped'])
  })

  test('behavior: an agent has its own cap beside the person’s', async () => {
    const { reserve } = open([userDay, { scope: 'agent', period: 'day', capUsd: 1 }])
    expect((await reserve(2n * usd, { agentId: 'bot' })).use).toMatchObject({ scope: 'agent', capMicroUsd: usd })
    expect((await reserve(2n * usd)).state).toBe('ok')
  })

  test('behavior: a cap on one query does not fill up, and is not reset', async () => {
    const { reserve } = open([{ scope: 'user', period: 'query', capUsd: 2 }])
    expect((await reserve(2n * usd)).state).toBe('warn')
    expect((await reserve(2n * usd)).state).toBe('warn')
    const { state, use } = await reserve(2n * usd + 1n)
    expect([state, use?.resetsAt, use?.spentMicroUsd]).toEqual(['stopped', null, 0n])
  })

  test('behavior: where somebody has to say yes nothing is set aside either', async () => {
    const { reserve, accounts } = open([{ ...userDay, confirmAboveUsd: 1 }])
    expect((await reserve(usd + 1n)).state).toBe('confirm')
    expect(await accounts()).toEqual({})
  })

  test('behavior: everything may be repeated', async () => {
    const { reserve, settle, release, accounts } = open()
    await reserve(4n * usd, {}, 'same')
    expect((await reserve(4n * usd, {}, 'same')).state).toBe('ok')
    await Promise.all([settle('same', usd), settle('same', usd), release('same')])
    await settle('same', 3n * usd)
    await settle('never reserved', usd)
    const [[reserved, spent]] = Object.values(await accounts()) as [[number, number]]
    expect([reserved, [0, 1].includes(spent)]).toEqual([0, true])
  })

  test('behavior: what a source does not say counts as all that was set aside', async () => {
    const { reserve, settle, accounts, tenantId } = open()
    await reserve(4n * usd)
    await settle('run 1', null)
    expect(await accounts()).toMatchObject({ 'user zoe day': [0, 4] })
    const rows = await store.query('select is_assumed from lakefront.budget_reservation where tenant_id = $1', [
      tenantId,
    ])
    expect(rows).toEqual([{ is_assumed: true }])
  })

  test('behavior: an abandoned reservation is given back, one that is renewed is not', async () => {
    const { reserve, renew, later, accounts } = open()
    await reserve(5n * usd)
    await reserve(5n * usd)
    later(reservationMs - 1)
    expect((await reserve(usd)).state).toBe('stopped')
    await renew('run 2')
    later(1)
    expect((await reserve(usd)).state).toBe('ok')
    expect(await accounts()).toMatchObject({ 'user zoe day': [6, 0] })
  })

  test('behavior: a run that ends after it was given up still counts', async () => {
    const { reserve, settle, later, accounts } = open()
    await reserve(5n * usd)
    later(reservationMs)
    await reserve(usd)
    await settle('run 1', 2n * usd)
    expect(await accounts()).toMatchObject({ 'user zoe day': [1, 2] })
  })

  test('behavior: days and months end at the tenant’s midnight, across a change of clocks', async () => {
    const { reserve, settle, later } = open([userDay, { ...tenantMonth, capUsd: 20 }], 'America/New_York')
    await reserve(10n * usd)
    await settle('run 1', 10n * usd)
    expect((await reserve(usd)).use?.resetsAt).toBe('2026-11-21T05:00:00Z')
    later(17 * 3_600_000)
    expect((await reserve(10n * usd)).use).toMatchObject({ period: 'day' })
    expect((await reserve(usd, { userId: 'raul' })).use).toMatchObject({
      period: 'month',
      resetsAt: '2026-12-01T05:00:00Z',
    })
    const another = open([userDay], 'America/New_York')
    time = new Date('2026-11-01T04:30:00Z')
    await another.reserve(10n * usd)
    expect((await another.reserve(usd)).use?.resetsAt).toBe('2026-11-02T05:00:00Z')
  })

  test('behavior: what was reserved yesterday and ends today is yesterday’s', async () => {
    const { reserve, settle, renew, later, accounts } = open()
    await reserve(4n * usd)
    time = new Date('2026-11-20T23:59:30Z')
    await renew('run 1')
    later(45_000)
    await reserve(10n * usd)
    await settle('run 1', 4n * usd)
    expect(await accounts()).toMatchObject({ 'user zoe day 2026-11-20': [0, 4], 'user zoe day 2026-11-21': [10, 0] })
  })

  test('behavior: of many at once exactly as many as fit', async () => {
    const { reserve, accounts } = open()
    const verdicts = await Promise.all(Array.from({ length: 60 }, () => reserve(usd / 2n)))
    expect(verdicts.filter(({ state }) => state !== 'stopped')).toHaveLength(20)
    expect(await accounts()).toMatchObject({ 'user zoe day': [10, 0] })
  })

  const run = fc.integer({ min: 0, max: 9 })
  const move = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('reserve'), run, part: fc.integer({ min: 0, max: 6_000_000 }) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle'), run, part: fc.integer({ min: 0, max: 100 }) }) },
    fc.record({ kind: fc.constant('release'), run, part: fc.constant(0) }),
    fc.record({ kind: fc.constant('wait'), run, part: fc.integer({ min: 1, max: reservationMs }) }),
  )

  test('behavior: whatever is reserved, ended, repeated, abandoned and expired, never negative, never over', async () => {
    const schedule = fc.array(fc.array(move, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        const { reserve, settle, release, later, accounts, tenantId } = open()
        const reserved = new Map<string, { amount: bigint; at: number }>()
        const play = async ({ kind, run, part }: { kind: string; run: number; part: number }) => {
          const id = `run ${run}`
          const known = reserved.get(id)
          if (kind === 'wait') return later(part)
          if (kind === 'release') return release(id)
          if (kind === 'reserve') {
            const { state } = await reserve(BigInt(part), { userId: `user ${run % 3}` }, id)
            if (state !== 'stopped' && !known) reserved.set(id, { amount: BigInt(part), at: time.getTime() })
            return
          }
          // What expired and ends after all is told apart above: it counts, even over the cap.
          if (known && time.getTime() < known.at + reservationMs) await settle(id, (known.amount * BigInt(part)) / 100n)
        }
        for (const together of steps) {
          const waits = together.filter(({ kind }) => kind === 'wait')
          for (const each of waits) await play(each)
          await Promise.all(together.filter(({ kind }) => kind !== 'wait').map(play))
          for (const [name, [held, spent]] of Object.entries(await accounts())) {
            expect(Math.min(held, spent)).toBeGreaterThanOrEqual(0)
            if (/^user .* day/.test(name)) expect(held + spent).toBeLessThanOrEqual(userDay.capUsd)
            if (/^tenant month/.test(name)) expect(held + spent).toBeLessThanOrEqual(tenantMonth.capUsd)
          }
          expect(await misbooked(store, tenantId)).toEqual([])
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)
})

/** `[reserved, spent]` in dollars by account; also with the day that it began, where there are several. */
async function readAccounts(store: Store, tenantId: string): Promise<Record<string, [number, number]>> {
  const rows = await store.query<Record<'scope' | 'scope_id' | 'period' | 'starts_at' | 'reserved' | 'spent', string>>(
    'select * from lakefront.budget_account where tenant_id = $1 order by starts_at',
    [tenantId],
  )
  return Object.fromEntries(
    rows.flatMap<[string, [number, number]]>(({ scope, scope_id, period, starts_at, reserved, spent }) => {
      const name = scope === 'tenant' ? `tenant ${period}` : `${scope} ${scope_id} ${period}`
      const amounts: [number, number] = [toUsd(fromLedgerText(reserved)), toUsd(fromLedgerText(spent))]
      return [
        [name, amounts],
        [`${name} ${starts_at.slice(0, 10)}`, amounts],
      ]
    }),
  )
}

/** Accounts that are not the sum of the reservations that weigh on them. */
function misbooked(store: Store, tenantId: string) {
  return store.query(
    `select account.* from lakefront.budget_account account
    left join lateral (
      select coalesce(sum(reservation.reserved) filter (where state = 'reserved'), 0) as reserved,
        coalesce(sum(reservation.spent), 0) as spent
      from lakefront.budget_booking booking join lakefront.budget_reservation reservation using (tenant_id, id)
      where (booking.tenant_id, booking.scope, booking.scope_id, booking.period, booking.starts_at)
        = (account.tenant_id, account.scope, account.scope_id, account.period, account.starts_at)
    ) total on true
    where account.tenant_id = $1 and (account.reserved, account.spent) <> (total.reserved, total.spent)`,
    [tenantId],
  )
}
