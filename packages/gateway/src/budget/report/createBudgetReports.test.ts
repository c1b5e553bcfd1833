import type { SpendDimension } from '@lakefront/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BudgetConfig } from '../../config/types.ts'
import { fromLedgerText, toMicroUsd } from '../../cost/money.ts'
import type { Caller } from '../../results/port.ts'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { testStores } from '../../testing/testStores.ts'
import { createLedger } from '../ledger/createLedger.ts'
import type { Payer, Purpose, SourceCost } from '../types.ts'
import { createBudgetReports } from './createBudgetReports.ts'

const dimensions: readonly SpendDimension[] = ['user', 'source', 'day', 'question']
const config: BudgetConfig = {
  caps: [
    { scope: 'user', period: 'day', capUsd: 10, confirmAboveUsd: 8 },
    { scope: 'tenant', period: 'month', capUsd: 100 },
    { scope: 'user', period: 'query', capUsd: 2 },
  ],
  timeZone: 'America/New_York',
  readers: ['manager'],
}

describe.each(testStores)('%s', (_kind, make) => {
  const store = openSuiteStore(make)
  let time: Date
  let tenants = 0

  /** Reports of a tenant that no other test knows. */
  function open() {
    time = new Date('2026-11-20T12:00:00Z')
    const clock = { store, now: () => time }
    const ledger = createLedger({ ...clock, reservationMs: 60_000 })
    const reports = createBudgetReports({ ...clock, config })
    const tenantId = `tenant ${++tenants}`
    let runs = 0
    return {
      ledger,
      reports,
      tenantId,
      caller: (userId: string, ...roles: string[]): Caller => ({ tenantId, userId, roles }),
      async spend(reservedUsd: number, costs: readonly SourceCost[], who: Partial<Payer & Purpose> = {}) {
        const { userId = 'zoe', ...purpose } = who
        const id = `run ${++runs}`
        const limits = { caps: [], timeZone: 'America/New_York' }
        const payer = { tenantId, userId }
        await ledger.reserve({ id, payer, purpose, neededMicroUsd: toMicroUsd(reservedUsd), limits })
        await ledger.settle(tenantId, id, costs)
      },
    }
  }
  const lakehouse = (costUsd: number | null) => ({ source: 'lakehouse', costUsd })
  const november = { from: '2026-11-01', to: '2026-11-30', limit: 100 }

  test('default: how full each cap is, the fullest first', async () => {
    const { ledger, reports, tenantId, spend, caller } = open()
    await spend(3, [lakehouse(2.5)])
    const limits = { caps: [], timeZone: 'America/New_York' }
    await ledger.reserve({ id: 'open', payer: { tenantId, userId: 'zoe' }, neededMicroUsd: 6_000_000n, limits })
    time = new Date('2026-11-20T12:00:59Z')
    const { caps, timeZone, asOf } = await reports.readBudget(caller('zoe'))
    expect([timeZone, asOf]).toEqual(['America/New_York', '2026-11-20T12:00:59.000Z'])
    expect(caps.map(({ scope, period, state, leftUsd }) => [scope, period, state, leftUsd])).toEqual([
      ['user', 'day', 'confirm', 1.5],
      ['tenant', 'month', 'ok', 91.5],
      ['user', 'query', 'ok', 2],
    ])
    expect(caps[0]).toMatchObject({
      spentUsd: 2.5,
      reservedUsd: 6,
      startsAt: '2026-11-20T05:00:00Z',
      resetsAt: '2026-11-21T05:00:00Z',
      projectedUsd: expect.closeTo((2.5 * 24 * 3600) / (7 * 3600 + 59), 9),
    })
    expect(caps[2]).toMatchObject({ startsAt: null, resetsAt: null, projectedUsd: null })
  })

  test('behavior: what was abandoned is not set aside any more', async () => {
    const { ledger, reports, tenantId, caller } = open()
    const limits = { caps: [], timeZone: 'UTC' }
    await ledger.reserve({ id: 'lost', payer: { tenantId, userId: 'zoe' }, neededMicroUsd: 9_900_000n, limits })
    time = new Date('2026-11-20T12:01:00Z')
    const { caps } = await reports.readBudget(caller('zoe'))
    expect(caps.map(({ reservedUsd, state }) => [reservedUsd, state])).toEqual([
      [0, 'ok'],
      [0, 'ok'],
      [0, 'ok'],
    ])
  })

  test('behavior: where it went; what a source did not tell is told apart', async () => {
    const { reports, spend, caller } = open()
    await spend(1, [lakehouse(0.25), { source: 'crm', costUsd: 0 }], { tool: 'ask', question: 'margin?', callId: 'a' })
    await spend(0.5, [lakehouse(0.125)], { tool: 'ask', question: 'margin?', callId: 'a' })
    await spend(1, [lakehouse(null), { source: 'warehouse', costUsd: 0.75 }], { tool: 'run_query', callId: 'b' })
    const report = (by: SpendDimension) => reports.reportSpending(caller('zoe'), { by, ...november })
    expect((await report('source')).lines).toEqual([
      { key: 'warehouse', label: 'warehouse', runs: 1, spentUsd: 0.75, assumedUsd: 0 },
      { key: 'lakehouse', label: 'lakehouse', runs: 2, spentUsd: 0.625, assumedUsd: 0.25 },
    ])
    expect(await report('question')).toMatchObject({
      lines: [
        { key: 'run_query', runs: 1, spentUsd: 1, assumedUsd: 0.25 },
        { key: 'margin?', runs: 1, spentUsd: 0.375, assumedUsd: 0 },
      ],
      total: { runs: 2, spentUsd: 1.375, assumedUsd: 0.25 },
    })
  })

  test('behavior: days are the tenant’s, days without spending are left out, the newest are kept', async () => {
    const { reports, spend, caller } = open()
    for (const at of ['2026-11-01T03:59:59Z', '2026-11-01T04:00:00Z', '2026-11-03T04:59:00Z', '2026-11-05T12:00:00Z']) {
      time = new Date(at)
      await spend(1, [lakehouse(1)])
    }
    const report = (wanted: { from?: string; to?: string; limit: number }) =>
      reports.reportSpending(caller('zoe'), { by: 'day', ...wanted })
    const { lines } = await report(november)
    expect(lines.map(({ key }) => key)).toEqual(['2026-11-01', '2026-11-02', '2026-11-05'])
    expect(await report({ ...november, limit: 2 })).toMatchObject({
      lines: [{ key: '2026-11-02' }, { key: '2026-11-05' }],
      lineCount: 3,
      total: { runs: 3, spentUsd: 3 },
    })
    expect(await report({ from: '2026-10-31', to: '2026-10-31', limit: 5 })).toMatchObject({ total: { spentUsd: 1 } })
    expect(await report({ to: '2026-10-31', limit: 5 })).toMatchObject({ from: '2026-10-01', lineCount: 1 })
    await expect(report({ from: '2026-11-02', to: '2026-11-01', limit: 5 })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('behavior: everybody sees their own, readers see their tenant’s, nobody another’s', async () => {
    const { reports, spend, caller } = open()
    await spend(1, [lakehouse(1)], { userId: 'zoe' })
    await spend(1, [lakehouse(0.5)], { userId: 'raul' })
    const report = (who: Caller) => reports.reportSpending(who, { by: 'user', ...november })
    expect(await report(caller('zoe', 'sales'))).toMatchObject({ covers: 'user', lines: [{ key: 'zoe' }] })
    expect(await report(caller('mona', 'manager'))).toMatchObject({
      covers: 'tenant',
      lines: [{ key: 'zoe' }, { key: 'raul' }],
      total: { runs: 2, spentUsd: 1.5 },
    })
    const another = { ...caller('zoe', 'manager'), tenantId: 'another' }
    expect(await report(another)).toMatchObject({ lines: [], lineCount: 0, total: { runs: 0, spentUsd: 0 } })
  })

  const run = fc.record({
    userId: fc.constantFrom('ann', 'ben'),
    question: fc.constantFrom('one?', 'two?', undefined),
    hours: fc.integer({ min: 0, max: 400 }),
    reservedMicroUsd: fc.integer({ min: 0, max: 3_000_001 }),
    costs: fc.array(
      fc.record({
        source: fc.constantFrom('lakehouse', 'warehouse', 'crm'),
        costUsd: fc.option(fc.integer({ min: 0, max: 2_000_003 }).map((micro) => micro / 1_000_000)),
      }),
      { maxLength: 4 },
    ),
  })

  test('behavior: whichever way it is seen, it adds up to the ledger, to the millionth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 8 }), async (all) => {
        const { reports, tenantId, spend, caller } = open()
        for (const { userId, question, hours, reservedMicroUsd, costs } of all) {
          time = new Date(Date.parse('2026-11-04T12:00:00Z') + hours * 3_600_000)
          await spend(reservedMicroUsd / 1_000_000, costs, { userId, question })
        }
        const [ledger] = await store.query<{ spent: string }>(
          `select coalesce(sum(spent), 0)::numeric(20, 6) as spent from lakefront.budget_account
          where tenant_id = $1 and scope = 'tenant' and period = 'month'`,
          [tenantId],
        )
        const who = caller('mona', 'manager')
        for (const by of dimensions) {
          const { lines, total } = await reports.reportSpending(who, { by, ...november })
          const summed = lines.reduce((sum, { spentUsd }) => sum + toMicroUsd(spentUsd), 0n)
          expect([summed, toMicroUsd(total.spentUsd)]).toEqual(Array(2).fill(fromLedgerText(ledger!.spent)))
        }
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})
