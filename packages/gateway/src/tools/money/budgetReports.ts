import type { BudgetReports } from '../../budget/report/createBudgetReports.ts'
import { GatewayError } from '../../errors.ts'
import type { Rooms } from '../../rooms.ts'

/** The reports of a gateway that counts money. */
export function reportsOf({ budgetReports }: Rooms): BudgetReports {
  if (budgetReports) return budgetReports
  throw new GatewayError({
    code: 'forbidden',
    message: 'This gateway has no budgets: its configuration has no `budgets`.',
  })
}
