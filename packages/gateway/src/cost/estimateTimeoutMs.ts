import type { BudgetConfig } from '../config/types.ts'

/** For an estimate that is only shown. */
export const usualTimeoutMs = 1_500
/** Where a run without an estimate would be refused, it is worth waiting for, also on a busy day. */
const patientTimeoutMs = 10_000

/** How long an estimate is waited for before a run. */
export function estimateTimeoutMs(budgets: BudgetConfig | undefined): number {
  return !budgets || budgets.unknownCost === 'allow' ? usualTimeoutMs : patientTimeoutMs
}
