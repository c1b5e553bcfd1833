import type { SpendDimension, ToolOutput } from '@lakefront/contract'
import { sampleBudget, sampleSpending } from '../samples/budget.ts'
import type { Script } from '../script.ts'

/** A gateway with budgets: how full they are, and what was spent. */
export function budgets(
  budget: ToolOutput<'read_budget'> = sampleBudget(),
  spending: (by: SpendDimension) => ToolOutput<'report_spending'> = sampleSpending,
): Script {
  return {
    read_budget: () => budget,
    report_spending: ({ by, from, to, limit }) => {
      const report = spending(by)
      return { ...report, from: from ?? report.from, to: to ?? report.to, lines: report.lines.slice(0, limit) }
    },
  }
}
