import type { OpenedApprovals } from './approval/openApprovals.ts'
import type { Reads } from './approval/reads/createReads.ts'
import type { Conversations } from './ask/answer/conversations.ts'
import type { Planner } from './ask/port.ts'
import type { Audit } from './audit/openAudit.ts'
import type { Budget } from './budget/createBudget.ts'
import type { BudgetReports } from './budget/report/createBudgetReports.ts'
import type { LakefrontConfig } from './config/types.ts'
import type { Calibration } from './cost/calibration/createCalibration.ts'
import type { ResultStore } from './results/port.ts'
import type { SemanticModel } from './semantic/port.ts'
import type { Catalogs } from './sources/catalogs.ts'
import type { Source } from './sources/port.ts'
import type { Outcome } from './sources/watchSource.ts'
import type { Store } from './store/port.ts'
import type { Telemetry } from './telemetry/port.ts'

/** What the tools work with: every room of one gateway, opened. */
export type Rooms = {
  config: LakefrontConfig
  sources: ReadonlyMap<string, Source>
  /**
   * The sources that may be asked whether they are there, by a statement that reads nothing and that no budget holds. One
   * that bills for time is none of them.
   */
  probes: ReadonlyMap<string, Source>
  /** How each source did when it was last used. */
  outcomes: ReadonlyMap<string, Outcome>
  model: SemanticModel
  planner: Planner
  results: ResultStore
  conversations: Conversations
  catalogs: Catalogs
  /** Views that read tables which their sources do not list. */
  brokenViews: ReadonlySet<string>
  budget: Budget
  /** Only with budgets. */
  budgetReports: BudgetReports | undefined
  /** Only when calls are put on the record. */
  audit: Audit | undefined
  telemetry: Telemetry
  /** Where people decide; `undefined` when nothing can be asked for. */
  approvals: OpenedApprovals | undefined
  /** Stands before everything that costs. */
  reads: Reads
  /** Opened only when something is kept. */
  store: Store | undefined
  /** How estimates did, and what they have learnt. */
  calibration: Calibration
  /** Most rows that one answer or query may deliver. */
  maxRows: number
  /** The clock that "last 90 days" is counted from; may be fixed. Durations and expiry never use it. */
  today(): Date
}
