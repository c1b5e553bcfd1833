import type { Cost, Warning } from '@lakefront/contract'
import { ExponentialBackoff, handleAll, retry } from 'cockatiel'
import type { BudgetConfig } from '../config/types.ts'
import { toMicroUsd } from '../cost/money.ts'
import type { Store } from '../store/port.ts'
import { budgetExceeded, confirmationNeeded, costUnknown, describeUse } from './caps/refusals.ts'
import { confirmedLimits, limitsFor, lookupLimits } from './caps/spendLimits.ts'
import { type Charge, currentCharge, inRun } from './currentCharge.ts'
import { createLedger } from './ledger/createLedger.ts'
import type { BudgetVerdict, Payer, Purpose, SourceCost } from './types.ts'

/** Money set aside for one run. Must be ended; the first end counts, and never rejects. */
export type Hold = {
  /** Says that a cap is nearly full. */
  warning: Warning | undefined
  /** Does work whose statements are paid from this; those outside of it are held one by one. */
  cover<Value>(work: () => Promise<Value>): Promise<Value>
  /** The run is over. What its statements cost is spent; where one of them is unknown, all that was set aside is. */
  settle(costs: readonly SourceCost[]): void
  /** The run failed or was stopped. What its statements are known to have cost is spent, the rest given back. */
  release(costs: readonly SourceCost[]): void
}

export type HoldOptions = {
  /** Names the run; asking again for the same changes nothing. */
  id: string
  payer: Payer
  estimate: Cost['estimate']
  /** A statement that the gateway sends to look something up, about which nobody is asked one by one. */
  isLookup?: boolean | undefined
  /** Somebody has said yes: only the caps themselves stop it. */
  isConfirmed?: boolean | undefined
}

export type SpendOptions = {
  /** Names it; booking the same again changes nothing. */
  id: string
  payer: Payer
  costs: readonly SourceCost[]
}

/** What stands between an estimate and a run. */
export type Budget = {
  /**
   * Sets aside the most that a run can cost.
   *
   * @throws {GatewayError} `budget-exceeded`, `approval-required`, `cost-unknown` or `store-unavailable`; nothing is set aside then.
   */
  hold(options: HoldOptions): Promise<Hold>
  /** Books what was spent before its cost could be known, such as the tokens of a plan; also over a cap. */
  spend(options: SpendOptions): void
  /** Waits until what has ended is written down. */
  close(): Promise<void>
}

/** For a gateway without budgets: everything may run, nothing is counted. */
export const noBudget: Budget = {
  hold: async ({ payer }) => ({
    warning: undefined,
    cover: (work) => inRun(payer, work),
    settle: () => undefined,
    release: () => undefined,
  }),
  spend: () => undefined,
  close: async () => undefined,
}

export type CreateBudgetOptions = {
  config: BudgetConfig
  store: Store
  /** Leaves personal data out of a question. */
  redact(question: string): string
  /** Told what could not be written down although it was tried again and again. */
  onFault(error: unknown): void
}

const defaultReservationMs = 15 * 60_000
/** About two minutes in all. */
const mostAttempts = 10
/** A closing gateway waits no longer than this for a store that is away. */
const patienceMs = 20_000

export function createBudget({ config, store, redact, onFault }: CreateBudgetOptions): Budget {
  const { unknownCost = 'deny', reservationMs = defaultReservationMs } = config
  const ledger = createLedger({ store, reservationMs })
  const persistently = retry(handleAll, { maxAttempts: mostAttempts, backoff: new ExponentialBackoff() })
  const closing = new AbortController()
  const pending = new Set<Promise<void>>()

  function purposeOf({ callId, tool, question }: Partial<Charge> = {}): Purpose {
    return { callId, tool, question: question === undefined ? undefined : redact(question) }
  }

  /** The run is over and cannot be undone, so that writing it down is tried until it works. */
  function write(work: () => Promise<void>): void {
    const written: Promise<void> = persistently
      .execute(work, closing.signal)
      .catch(onFault)
      .finally(() => pending.delete(written))
    pending.add(written)
  }

  function keep(payer: Payer, id: string, warning: Warning | undefined): Hold {
    const { tenantId } = payer
    const renewing = setInterval(() => void ledger.renew(tenantId, id).catch(() => undefined), reservationMs / 3)
    renewing.unref()
    let isOver = false
    const end = (work: () => Promise<void>) => {
      if (isOver) return
      isOver = true
      clearInterval(renewing)
      write(work)
    }
    return {
      warning,
      cover: (work) => inRun(payer, work),
      settle: (costs) => end(() => ledger.settle(tenantId, id, costs)),
      release(costs) {
        const known = costs.filter(({ costUsd }) => costUsd !== null && costUsd > 0)
        end(() => (known.length === 0 ? ledger.release(tenantId, id) : ledger.settle(tenantId, id, known)))
      },
    }
  }

  return {
    async hold({ id, payer, estimate, isLookup = false, isConfirmed = false }) {
      const { costUsd } = estimate.high
      const mayBeUnknown = unknownCost === 'allow' || (unknownCost === 'approve' && isConfirmed)
      if (costUsd === null && !mayBeUnknown) throw costUnknown(unknownCost)
      const neededMicroUsd = toMicroUsd(costUsd ?? 0)
      const charge = currentCharge.getStore()
      const purpose = purposeOf(charge)
      const querySpentMicroUsd = isLookup ? 0n : lookupsOf(charge)
      const ownLimits = limitsFor(payer, config)
      const limits = isConfirmed ? confirmedLimits(ownLimits) : isLookup ? lookupLimits(ownLimits) : ownLimits
      const verdict = await ledger.reserve({ id, payer, purpose, neededMicroUsd, querySpentMicroUsd, limits })
      return keep(payer, id, warningOf(verdict, neededMicroUsd))
    },
    spend({ id, payer, costs }) {
      const purpose = purposeOf(currentCharge.getStore())
      const limits = { ...limitsFor(payer, config), caps: [] }
      write(async () => {
        await ledger.reserve({ id, payer, purpose, neededMicroUsd: 0n, limits })
        await ledger.settle(payer.tenantId, id, costs)
      })
    },
    async close() {
      const timer = setTimeout(() => closing.abort(), patienceMs)
      await Promise.all(pending)
      clearTimeout(timer)
    },
  }
}

/** What a call's look-ups have cost, as far as it is known. */
function lookupsOf(charge: Charge | undefined): bigint {
  return (charge?.lookups?.spent ?? []).reduce((sum, { costUsd }) => sum + toMicroUsd(costUsd ?? 0), 0n)
}

/** @throws {GatewayError} when the run may not go on by itself. */
function warningOf({ state, use }: BudgetVerdict, neededMicroUsd: bigint): Warning | undefined {
  if (!use) return undefined
  if (state === 'stopped') throw budgetExceeded(use, neededMicroUsd)
  if (state === 'confirm') throw confirmationNeeded(use, neededMicroUsd)
  return { code: 'budget-nearly-spent', message: describeUse(use, neededMicroUsd) }
}
