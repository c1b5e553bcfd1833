import type { CapUse, SpendDimension } from '@lakefront/react'

type Scope = CapUse['scope']

/** What budgets and the report of spending say. */
export type SpendingMessages = {
  budget: string
  loadingBudget: string
  noBudgets: string
  noCaps: string
  asOf(time: string): string
  /** Whose cap, and for how long. */
  caps: Record<Scope, Record<CapUse['period'], string>>
  states: Record<CapUse['state'], string>
  used(used: string, cap: string): string
  /** For screen readers: the whole meter in one sentence. */
  meter(spent: string, reserved: string, left: string, cap: string): string
  spent: string
  reserved: string
  left: string
  confirmAbove(amount: string): string
  perQuery(amount: string): string
  projected(amount: string, cap: string): string
  projectedOver(amount: string, cap: string): string
  resets: string

  report: string
  loadingReport: string
  groupBy: string
  /** Names the table and the chart. */
  tableOf(dimension: string): string
  by: Record<SpendDimension, string>
  from: string
  to: string
  covers: { user: string; tenant: string }
  days(from: string, to: string, timeZone: string): string
  nothingSpent: string
  nothingSpentHint: string
  runs: string
  amount: string
  assumed: string
  assumedHint: string
  total: string
  totalOf(formatted: string): string
  downloadCsv: string
  saved(count: number, formatted: string): string
  savedPart(formatted: string, total: string): string
  showAll(formatted: string): string
  linesCut(formatted: string, total: string): string
  fromAfterTo: string
}
