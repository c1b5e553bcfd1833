import type { AutonomyLevel } from '@lakefront/react'

type Verdict = 'allow' | 'ask' | 'deny'

/** What the control of autonomy says. */
export type AutonomyMessages = {
  title: string
  hint: string
  level: string
  levels: Record<AutonomyLevel, { name: string; meaning: string }>
  setBy(person: string, moment: string): string
  asConfigured: string
  readOnly: string

  limits: string
  limitsHint: string
  costPerEffect: string
  costPerDay: string
  rows: string
  people: string
  piiClasses: string
  channels: string
  commaSeparated: string
  notAllowed: string
  notAmount: string
  notWhole: string

  simulated: string
  days: string
  lastDays(formatted: string): string
  simulating: string
  /** "With this level, 41 of 57 requests of the last 7 days would have run by themselves, costing $3.10." */
  wouldHave(allowed: string, requests: string, days: string, cost: string | undefined): string
  costUnknown: string
  others(asked: string, denied: string, deniedCount: number): string
  nothingToSimulate(days: string): string
  which: string
  firstOf(formatted: string, total: string): string
  verdicts: Record<Verdict, string>
  requestedBy(person: string, moment: string): string
  costAtMost(amount: string): string

  save: string
  saving: string
  saved: string
  discard: string
  changedMeanwhile(person: string, level: string, moment: string): string
  configurationChanged(level: string): string
  takeTheirs: string
  keepMine: string
  problems: Partial<Record<string, string>>
}
