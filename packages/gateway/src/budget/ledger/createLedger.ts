import { fromLedgerText, toLedgerText } from '../../cost/money.ts'
import type { Store, Transaction } from '../../store/port.ts'
import { evaluateBudget } from '../caps/evaluateBudget.ts'
import { type PeriodUse, type SpendLimits, usesOf } from '../caps/spendLimits.ts'
import type { BudgetVerdict, Payer, Purpose, SourceCost } from '../types.ts'
import * as sql from './ledgerSql.ts'
import { type SourceSpending, spendingBySource } from './spendingBySource.ts'

export type ReserveOptions = {
  /** Names the run. Reserving again under the same name changes nothing. */
  id: string
  payer: Payer
  purpose?: Purpose | undefined
  neededMicroUsd: bigint
  /** What the same query has spent already, on look-ups. Default: nothing. */
  querySpentMicroUsd?: bigint | undefined
  limits: SpendLimits
}

/** The ledger in the store. Every operation is one transaction under the tenant's lock, and may be repeated. */
export type Ledger = {
  /** Sets money aside, unless a cap is in the way or somebody has to say yes first: then nothing is set aside. */
  reserve(options: ReserveOptions): Promise<BudgetVerdict>
  /** What a payer has reserved and spent in the periods that run, and when that is, ISO 8601. */
  read(payer: Payer, limits: SpendLimits): Promise<{ uses: readonly PeriodUse[]; now: string }>
  /** Ends a reservation with what was spent; where a source does not say, all that was set aside counts as spent. */
  settle(tenantId: string, id: string, costs: readonly SourceCost[]): Promise<void>
  /** Ends a reservation of a run that cost nothing. */
  release(tenantId: string, id: string): Promise<void>
  /** Puts off the expiry of a reservation whose run goes on. */
  renew(tenantId: string, id: string): Promise<void>
}

export type LedgerOptions = {
  store: Store
  /** Milliseconds after which a reservation that nobody renewed or ended is given back. */
  reservationMs: number
  /** Default: the store's clock. */
  now?: (() => Date) | undefined
}

export function createLedger({ store, reservationMs, now }: LedgerOptions): Ledger {
  /** Locks first and looks at the clock then: waiting for the lock takes time too. */
  function locked<Value>(tenantId: string, work: (transaction: Transaction, at: string) => Promise<Value>) {
    return store.transaction(async (transaction) => {
      await transaction.query(sql.lockTenant, [tenantId])
      const [clock] = await transaction.query<{ now: string }>(sql.readClock, [now?.().toISOString() ?? null])
      return work(transaction, clock!.now)
    })
  }

  function end(tenantId: string, id: string, outcome: Outcome): Promise<void> {
    return locked(tenantId, (transaction, at) => endOne(transaction, { tenantId, id, at, ...outcome }))
  }

  return {
    reserve: (options) =>
      locked(options.payer.tenantId, (transaction, at) => reserveOne(transaction, { ...options, at, reservationMs })),
    read: (payer, { timeZone }) =>
      locked(payer.tenantId, async (transaction, at) => ({
        uses: await readUses(transaction, { payer, timeZone, at }),
        now: new Date(at).toISOString(),
      })),
    settle: (tenantId, id, costs) => end(tenantId, id, { state: 'settled', costs }),
    release: (tenantId, id) => end(tenantId, id, { state: 'released', costs: [] }),
    renew: (tenantId, id) =>
      locked(tenantId, async (transaction, at) => {
        await transaction.query(sql.renewReservation, [tenantId, id, at, reservationMs])
      }),
  }
}

type ReserveOne = ReserveOptions & { at: string; reservationMs: number }

async function reserveOne(transaction: Transaction, options: ReserveOne): Promise<BudgetVerdict> {
  const { id, payer, purpose = {}, neededMicroUsd, querySpentMicroUsd, limits, at, reservationMs } = options
  const { tenantId, userId, agentId = null } = payer
  const [known] = await transaction.query(sql.readReservation, [tenantId, id])
  if (known) return { state: 'ok', use: null }

  const uses = await readUses(transaction, { payer, timeZone: limits.timeZone, at })
  const verdict = evaluateBudget(usesOf(limits, uses, querySpentMicroUsd), neededMicroUsd)
  if (verdict.state === 'stopped' || verdict.state === 'confirm') return verdict

  const amount = toLedgerText(neededMicroUsd)
  const { callId = null, tool = null, question = null } = purpose
  const values = [tenantId, id, userId, agentId, amount, at, reservationMs, limits.timeZone, callId, tool, question]
  await transaction.query(sql.insertReservation, values)
  await transaction.query(sql.openAccounts, [tenantId, id])
  await transaction.query(sql.book, [tenantId, id, amount, '0'])
  return verdict
}

type ReadUses = { payer: Payer; timeZone: string; at: string }

/** What was abandoned holds nothing any more. */
async function readUses(transaction: Transaction, { payer, timeZone, at }: ReadUses): Promise<PeriodUse[]> {
  const { tenantId, userId, agentId = null } = payer
  await transaction.query(sql.expireAbandoned, [tenantId, at])
  const rows = await transaction.query<UseRow>(sql.readUse, [tenantId, userId, agentId, at, timeZone])
  return rows.map(toPeriodUse)
}

type Outcome = { state: 'settled' | 'released'; costs: readonly SourceCost[] }
type EndOne = Outcome & { tenantId: string; id: string; at: string }

async function endOne(transaction: Transaction, { tenantId, id, at, state, costs }: EndOne): Promise<void> {
  const [known] = await transaction.query<{ state: string; reserved: string }>(sql.readReservation, [tenantId, id])
  // An expired one holds nothing any more, but what its run has spent after all still counts.
  const isOpen = known?.state === 'reserved' || (known?.state === 'expired' && state === 'settled')
  if (!known || !isOpen) return
  const spending = spendingBySource(costs, fromLedgerText(known.reserved))
  const spent = toLedgerText(spending.reduce((sum, { spentMicroUsd }) => sum + spentMicroUsd, 0n))
  const isAssumed = costs.some(({ costUsd }) => costUsd === null)
  const held = known.state === 'reserved' ? known.reserved : '0'
  await transaction.query(sql.endReservation, [tenantId, id, state, spent, isAssumed, at])
  await transaction.query(sql.insertSpending, [tenantId, id, toLedgerJson(spending)])
  await transaction.query(sql.book, [tenantId, id, `-${held}`, spent])
}

/** Amounts as texts, since the ledger's are exact. */
function toLedgerJson(spending: readonly SourceSpending[]): string {
  const lines = spending.map(({ source, spentMicroUsd, assumedMicroUsd }) => ({
    source,
    spent: toLedgerText(spentMicroUsd),
    assumed: toLedgerText(assumedMicroUsd),
  }))
  return JSON.stringify(lines)
}

type UseRow = Record<'scope' | 'period' | 'reserved' | 'spent' | 'starts_at' | 'resets_at', string>

function toPeriodUse({ scope, period, reserved, spent, starts_at, resets_at }: UseRow): PeriodUse {
  return {
    key: `${scope} ${period}`,
    reservedMicroUsd: fromLedgerText(reserved),
    spentMicroUsd: fromLedgerText(spent),
    startsAt: starts_at,
    resetsAt: resets_at,
  }
}
