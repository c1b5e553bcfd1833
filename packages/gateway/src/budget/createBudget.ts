import type { Cost, Warning } from '@lakefront/contract'
import { ExponentialBackoff, handleAll, retry } from 'cockatiel'
import type { BudgetConfig } from '../config/types.ts'
import type { Store } from '../store/port.ts'
import { budgetExceeded, confirmationNeeded, costUnknown, describeUse } from './caps/refusals.ts'
import { limitsFor } from './caps/spendLimits.ts'
import { createLedger } from './ledger/createLedger.ts'
import { toMicroUsd } from './ledger/money.ts'
import type { BudgetVerdict, Payer } from './types.ts'

/** Money set aside for one run. Must be ended; the first end counts, and never rejects. */
export type Hold = {
  /** Says that a cap is nearly full. */
  warning: Warning | undefined
  /** The run is over. What its statements cost is spent; where one of them is unknown, all that was set aside is. */
  settle(costsUsd: readonly (number | null)[]): void
  /** The run failed or was stopped. What its statements are known to have cost is spent, the rest given back. */
  release(costsUsd: readonly (number | null)[]): void
}

export type HoldOptions = {
  /** Names the run; asking again for the same changes nothing. */
  id: string
  payer: Payer
  estimate: Cost['estimate']
}

/** What stands between an estimate and a run. */
export type Budget = {
  /**
   * Sets aside the most that a run can cost.
   *
   * @throws {GatewayError} `budget-exceeded`, `approval-required`, `cost-unknown` or `store-unavailable`; nothing is set aside then.
   */
  hold(options: HoldOptions): Promise<Hold>
  /** Waits until what has ended is written down. */
  close(): Promise<void>
}

/** For a gateway without budgets: everything may run, nothing is counted. */
export const noBudget: Budget = {
  hold: async () => ({ warning: undefined, settle: () => undefined, release: () => undefined }),
  close: async () => undefined,
}

export type CreateBudgetOptions = {
  config: BudgetConfig
  store: Store
  /** Told what could not be written down although it was tried again and again. */
  onFault(error: unknown): void
}

const defaultReservationMs = 15 * 60_000
/** About two minutes in all. */
const mostAttempts = 10
/** A closing gateway waits no longer than this for a store that is away. */
const patienceMs = 20_000

export function createBudget({ config, store, onFault }: CreateBudgetOptions): Budget {
  const { unknownCost = 'deny', reservationMs = defaultReservationMs } = config
  const ledger = createLedger({ store, reservationMs })
  const persistently = retry(handleAll, { maxAttempts: mostAttempts, backoff: new ExponentialBackoff() })
  const closing = new AbortController()
  const pending = new Set<Promise<void>>()

  /** The run is over and cannot be undone, so that writing it down is tried until it works. */
  function write(work: () => Promise<void>): void {
    const written: Promise<void> = persistently
      .execute(work, closing.signal)
      .catch(onFault)
      .finally(() => pending.delete(written))
    pending.add(written)
  }

  function keep(tenantId: string, id: string, warning: Warning | undefined): Hold {
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
      settle: (costsUsd) => end(() => ledger.settle(tenantId, id, sumOf(costsUsd))),
      release(costsUsd) {
        const known = sumOf(costsUsd.map((costUsd) => costUsd ?? 0))
        end(() => (known === 0n ? ledger.release(tenantId, id) : ledger.settle(tenantId, id, known)))
      },
    }
  }

  return {
    async hold({ id, payer, estimate }) {
      const { costUsd } = estimate.high
      if (costUsd === null && unknownCost !== 'allow') throw costUnknown(unknownCost)
      const neededMicroUsd = toMicroUsd(costUsd ?? 0)
      const verdict = await ledger.reserve({ id, payer, neededMicroUsd, limits: limitsFor(payer, config) })
      return keep(payer.tenantId, id, warningOf(verdict, neededMicroUsd))
    },
    async close() {
      const timer = setTimeout(() => closing.abort(), patienceMs)
      await Promise.all(pending)
      clearTimeout(timer)
    },
  }
}

/** @throws {GatewayError} when the run may not go on by itself. */
function warningOf({ state, use }: BudgetVerdict, neededMicroUsd: bigint): Warning | undefined {
  if (!use) return undefined
  if (state === 'stopped') throw budgetExceeded(use, neededMicroUsd)
  if (state === 'confirm') throw confirmationNeeded(use, neededMicroUsd)
  return { code: 'budget-nearly-spent', message: describeUse(use, neededMicroUsd) }
}

/** Each rounded up by itself, as it would be billed; `null` when one is unknown. */
function sumOf(costsUsd: readonly (number | null)[]): bigint | null {
  return costsUsd.reduce<bigint | null>(
    (sum, costUsd) => (sum === null || costUsd === null ? null : sum + toMicroUsd(costUsd)),
    0n,
  )
}
