import type { BudgetCap, BudgetConfig } from '../../config/types.ts'
import { toMicroUsd } from '../../cost/money.ts'
import type { CapUse, Payer } from '../types.ts'
import { capsFor } from './capsFor.ts'

/** What holds for one payer: the caps, and whose midnight ends a day. */
export type SpendLimits = { caps: readonly BudgetCap[]; timeZone: string }

/** What is reserved and spent of one payer in the period that runs. */
export type PeriodUse = {
  key: string
  spentMicroUsd: bigint
  reservedMicroUsd: bigint
  startsAt: string
  resetsAt: string
}

/** The caps and the time zone of a payer. */
export function limitsFor(payer: Payer, { caps, timeZone = 'UTC', tenantTimeZones }: BudgetConfig): SpendLimits {
  return { caps: capsFor(payer, caps), timeZone: tenantTimeZones?.[payer.tenantId] ?? timeZone }
}

/**
 * What holds for a look-up. Nobody could say yes to each of them once a day's limit for that is reached, and then not even
 * the question could be planned that somebody would say yes to; so they stop at the caps, and at what one query may cost.
 * What they cost counts when the question itself is weighed.
 */
export function lookupLimits({ caps, timeZone }: SpendLimits): SpendLimits {
  return {
    caps: caps.map((cap) => (cap.period === 'query' ? cap : { ...cap, confirmAboveUsd: undefined })),
    timeZone,
  }
}

/** What holds once somebody has said yes: the caps themselves. */
export function confirmedLimits({ caps, timeZone }: SpendLimits): SpendLimits {
  return { caps: caps.map((cap) => ({ ...cap, confirmAboveUsd: undefined })), timeZone }
}

/**
 * Each cap with how full it is.
 *
 * @param querySpentMicroUsd - What the query itself has spent already: on look-ups, which are part of it.
 */
export function usesOf({ caps }: SpendLimits, uses: readonly PeriodUse[], querySpentMicroUsd = 0n): CapUse[] {
  return caps.map(({ scope, period, capUsd, confirmAboveUsd }) => {
    const use = uses.find(({ key }) => key === `${scope} ${period}`)
    const otherwiseMicroUsd = period === 'query' ? querySpentMicroUsd : 0n
    return {
      scope,
      period,
      capMicroUsd: toMicroUsd(capUsd),
      confirmAboveMicroUsd: confirmAboveUsd === undefined ? null : toMicroUsd(confirmAboveUsd),
      spentMicroUsd: use?.spentMicroUsd ?? otherwiseMicroUsd,
      reservedMicroUsd: use?.reservedMicroUsd ?? 0n,
      startsAt: use?.startsAt ?? null,
      resetsAt: use?.resetsAt ?? null,
    }
  })
}
