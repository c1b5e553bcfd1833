import type { CapUse as ShownCapUse } from '@lakefront/contract'
import { toUsd } from '../../cost/money.ts'
import { stateOf } from '../caps/evaluateBudget.ts'
import type { CapUse } from '../types.ts'
import { projectSpending } from './projectSpending.ts'

/** A cap as people see it. Its state is what the cheapest run would meet now. */
export function toCapUse(use: CapUse, now: Date): ShownCapUse {
  const { scope, period, capMicroUsd, confirmAboveMicroUsd, spentMicroUsd, reservedMicroUsd, startsAt, resetsAt } = use
  const left = capMicroUsd - spentMicroUsd - reservedMicroUsd
  const spentUsd = toUsd(spentMicroUsd)
  return {
    scope,
    period,
    capUsd: toUsd(capMicroUsd),
    confirmAboveUsd: confirmAboveMicroUsd === null ? null : toUsd(confirmAboveMicroUsd),
    spentUsd,
    reservedUsd: toUsd(reservedMicroUsd),
    leftUsd: left > 0n ? toUsd(left) : 0,
    state: stateOf(use, 1n),
    startsAt,
    resetsAt,
    projectedUsd: projectSpending({ spentUsd, startsAt, resetsAt }, now),
  }
}

/** The fullest first; of equals, the one with less left. */
export function byFullness(one: ShownCapUse, other: ShownCapUse): number {
  return shareLeft(one) - shareLeft(other) || one.leftUsd - other.leftUsd
}

function shareLeft({ capUsd, leftUsd }: ShownCapUse): number {
  return capUsd === 0 ? 0 : leftUsd / capUsd
}
