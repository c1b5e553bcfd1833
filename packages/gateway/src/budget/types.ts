import type { BudgetRefusal } from '@lakefront/contract'

/** Whose money it is: everybody's of a tenant, a person's, or that of an assistant that acts for people. */
export type BudgetScope = BudgetRefusal['scope']

export type BudgetPeriod = BudgetRefusal['period']

/** Who pays for a run. */
export type Payer = { tenantId: string; userId: string; agentId?: string | undefined }

/** What a run is for. A question has personal data left out. */
export type Purpose = { callId?: string | undefined; tool?: string | undefined; question?: string | undefined }

/** What a statement cost at its source; `null` where the source does not say. */
export type SourceCost = { source: string; costUsd: number | null }

/** A cap of one payer, and how full it is. Amounts in millionths of a dollar. */
export type CapUse = {
  scope: BudgetScope
  period: BudgetPeriod
  capMicroUsd: bigint
  /** From here on somebody has to say yes. `null`: never. */
  confirmAboveMicroUsd: bigint | null
  spentMicroUsd: bigint
  reservedMicroUsd: bigint
  /** When the period began and ends, ISO 8601; `null` for a cap on a single query. */
  startsAt: string | null
  resetsAt: string | null
}

export type BudgetState = 'ok' | 'warn' | 'confirm' | 'stopped'

/** What a run may do, and the cap that says so. */
export type BudgetVerdict = { state: BudgetState; use: CapUse | null }
