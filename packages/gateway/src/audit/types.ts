import type { Cost, CostAmount, Lineage } from '@lakefront/contract'

/** Who asked, and who acted for them. */
export type AuditCaller = { userId: string; agentId?: string | undefined; roles: readonly string[] }

/** A statement that was sent to a source. Values in it are keyed hashes. */
export type AuditStatement = {
  source: string
  dialect: string
  sql: string
  tables: readonly string[]
  /** `table.column` of everything that it names. */
  columns: readonly string[]
  startedAt: string
  /** `running`: the call was answered before; a later entry `rows-ended` tells. */
  status: 'running' | 'done' | 'left' | 'failed'
  /** Rows that left the source. */
  rowsOut: number
  bytesScanned: number | null
}

/** What the rules said. */
export type AuditVerdicts = {
  guard: 'allowed' | 'refused' | 'nothing-to-judge'
  budget: 'none' | 'ok' | 'warn' | 'confirm' | 'stopped' | 'unknown-cost'
  /** Of what is approved or happens by itself; left out where there was nothing of the kind. */
  policy?: PolicyVerdict | undefined
}

/** Whether an effect may happen, and why, in sentences. */
export type PolicyVerdict = { verdict: 'deny' | 'ask' | 'allow'; because: readonly string[] }

/** Where a request for approval stands, bound by its hash to what was shown. */
export type AuditedApproval = {
  requestId: string
  shownHash: string
  state: string
  decisions: readonly { userId: string; decision: string; decidedAt: string }[]
}

type CallBase = { callId: string; tool: string; caller: AuditCaller }

/** A call came in. Written before anything runs. */
export type CallStarted = CallBase & {
  kind: 'call-started'
  /** In words, with whatever looks like personal data as keyed hashes. */
  question?: string | undefined
  /** Every other argument by its name: names of ours and counts as they are, anything else as a keyed hash. */
  inputs: Readonly<Record<string, string>>
}

/** A call is about to be answered. Written before the answer leaves. */
export type CallEnded = CallBase & {
  kind: 'call-ended'
  /** The answer's own status, `done`, or `failed`. */
  status: string
  errorCode?: string | undefined
  statements: readonly AuditStatement[]
  /** Where each column of the answer comes from. */
  lineage: Lineage['columns']
  rowsShown: number
  cost: Cost | null
  verdicts: AuditVerdicts
  /** The request for approval that the call made or decided. */
  approval?: AuditedApproval | undefined
  /** Keyed hash of the handle of the rows that go with the answer: exports of them name the same. */
  resultHash?: string | undefined
  /** Keyed hash of exactly what was answered, as JSON; `null` when that was an error, or a file that streams. */
  shownHash: string | null
}

/** The rows of an answered call have ended. */
export type RowsEnded = CallBase & {
  kind: 'rows-ended'
  /** Those that were still running when the call was answered. */
  statements: readonly AuditStatement[]
  /** What the call has cost; `null` where a source does not say, or not every row was read. */
  actual: CostAmount | null
}

/** What was approved has been carried out, or could not be, after its call had been answered. The call is the request. */
export type EffectEnded = CallBase & { kind: 'effect-ended'; approval: AuditedApproval }

export type AuditBody = CallStarted | CallEnded | RowsEnded | EffectEnded

/** A body in its place in a tenant's chain. */
export type AuditEntry = AuditBody & {
  version: 1
  tenantId: string
  sequence: number
  recordedAt: string
  /** Hash of the entry before; 64 zeros for the first. */
  previousHash: string
}
