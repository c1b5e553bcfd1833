import type { BudgetState, BudgetVerdict, CapUse } from '../types.ts'

/** Four fifths of a cap: time to tell. */
const warnAtPercent = 80n

const severities: readonly BudgetState[] = ['ok', 'warn', 'confirm', 'stopped']

/** What a run that needs so much may do under all caps at once: the strictest decides, of equals the fullest. */
export function evaluateBudget(uses: readonly CapUse[], neededMicroUsd: bigint): BudgetVerdict {
  const verdicts = uses.map((use) => ({ use, state: stateOf(use, neededMicroUsd), left: leftOf(use) }))
  const [strictest] = verdicts.toSorted(
    (a, b) => severities.indexOf(b.state) - severities.indexOf(a.state) || (a.left < b.left ? -1 : 1),
  )
  if (!strictest || strictest.state === 'ok') return { state: 'ok', use: null }
  return { state: strictest.state, use: strictest.use }
}

/** What one cap says. A run that costs nothing is let through a cap that is full. */
export function stateOf(use: CapUse, neededMicroUsd: bigint): BudgetState {
  const { capMicroUsd, confirmAboveMicroUsd } = use
  const total = usedOf(use) + neededMicroUsd
  if (neededMicroUsd > 0n && total > capMicroUsd) return 'stopped'
  if (neededMicroUsd > 0n && confirmAboveMicroUsd !== null && total > confirmAboveMicroUsd) return 'confirm'
  return total * 100n >= capMicroUsd * warnAtPercent ? 'warn' : 'ok'
}

function usedOf({ spentMicroUsd, reservedMicroUsd }: CapUse): bigint {
  return spentMicroUsd + reservedMicroUsd
}

function leftOf(use: CapUse): bigint {
  return use.capMicroUsd - usedOf(use)
}
