import type { AuditCall, AuditedStatement } from '@lakefront/react'

/** What the audit trail says. */
export type AuditMessages = {
  trail: string
  loading: string
  refresh: string
  covers: { user: string; tenant: string }
  whole(formatted: string): string
  broken(sequence: string, message: string): string
  nothing: string
  nothingHint: string
  noTrail: string
  nothingFound: string
  showMore: string
  shown(count: number, formatted: string): string

  filters: string
  person: string
  tool: string
  source: string
  status: string
  from: string
  to: string
  any: string
  clear: string
  /** By the tool's name; a tool that is not listed is called by its own. */
  tools: Partial<Record<string, string>>
  /** By the status; one that is not listed is shown as it is. */
  statuses: Partial<Record<string, string>>

  details(what: string): string
  who: string
  onBehalf(agent: string, person: string): string
  asRoles(person: string, roles: string): string
  when: string
  took(started: string, duration: string): string
  stillRuns: string
  rowsShown: string
  verdicts: string
  guard: Partial<Record<string, string>>
  budget: Partial<Record<string, string>>
  policy: string
  policyVerdicts: Record<'allow' | 'ask' | 'deny', string>
  approval: string
  approvalStates: Partial<Record<string, string>>
  decided: Record<NonNullable<AuditCall['approval']>['decisions'][number]['decision'], (person: string) => string>
  shownHash: string
  noHash: string
  statements: string
  statementStates: Record<AuditedStatement['status'], string>
  hashed: string
  tables: string
  columns: string
  lineage: string
  cost: string
  entries: string
  entry(sequence: string, kind: string): string
  kinds: Partial<Record<string, string>>
}
