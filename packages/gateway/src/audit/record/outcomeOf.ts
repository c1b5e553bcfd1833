import type { Cost, ErrorCode, Lineage } from '@lakefront/contract'
import type { StoredRequest } from '../../approval/requests/judge.ts'
import type { AuditedApproval, AuditVerdicts } from '../types.ts'

/** What the record needs to know of an output, whichever tool's it is. */
export type Outcome = {
  status: string
  errorCode: string | undefined
  lineage: Lineage['columns']
  rowsShown: number
  cost: Cost | null
  approval?: AuditedApproval | undefined
  resultHandle: string | undefined
  warningCodes: readonly string[]
}

/** As much of the tools' outputs as tells what was shown. */
type Shown = {
  status?: string
  error?: { code: string }
  lineage?: Lineage
  cost?: Cost
  result?: { handle: string; rows: readonly unknown[] }
  rows?: readonly unknown[]
  records?: readonly unknown[]
  sections?: readonly { rows?: readonly unknown[] }[]
  warnings?: readonly { code: string }[]
  request?: StoredRequest
}

/** Reads an output of any tool. */
export function outcomeOf(output: unknown): Outcome {
  const {
    status = 'done',
    error,
    lineage,
    cost = null,
    result,
    rows,
    records,
    sections = [],
    warnings = [],
    request,
  } = Object(output) as Shown
  const shown = [result?.rows, rows, records, ...sections.map((section) => section.rows)]
  return {
    status,
    errorCode: error?.code,
    lineage: lineage?.columns ?? [],
    rowsShown: shown.reduce((sum, each) => sum + (each?.length ?? 0), 0),
    cost,
    resultHandle: result?.handle,
    ...(request && { approval: approvalOf(request) }),
    warningCodes: warnings.map(({ code }) => code),
  }
}

/** A request as the record has it. */
export function approvalOf({ requestId, shownHash, state, decisions }: StoredRequest): AuditedApproval {
  const told = decisions.map(({ userId, decision, decidedAt }) => ({ userId, decision, decidedAt }))
  return { requestId, shownHash, state, decisions: told }
}

/** What the rules said, as far as the outcome tells. */
export function verdictsOf(
  { errorCode, warningCodes }: Pick<Outcome, 'errorCode' | 'warningCodes'>,
  { ranStatements, hasBudgets }: { ranStatements: boolean; hasBudgets: boolean },
): AuditVerdicts {
  const judged = ranStatements ? 'allowed' : 'nothing-to-judge'
  const stopped = budgetVerdicts[errorCode as ErrorCode]
  const passed = warningCodes.includes('budget-nearly-spent') ? 'warn' : 'ok'
  return {
    guard: errorCode === 'statement-refused' ? 'refused' : judged,
    budget: stopped ?? (hasBudgets ? passed : 'none'),
  }
}

const budgetVerdicts: Partial<Record<ErrorCode, AuditVerdicts['budget']>> = {
  'budget-exceeded': 'stopped',
  'approval-required': 'confirm',
  'cost-unknown': 'unknown-cost',
}
