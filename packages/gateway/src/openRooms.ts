import { readFile } from 'node:fs/promises'
import { needsApprovals } from './approval/needsApprovals.ts'
import { openApprovals } from './approval/openApprovals.ts'
import { readsWithoutApproval } from './approval/reads/createReads.ts'
import { createConversations } from './ask/answer/conversations.ts'
import { createSemanticPlanner } from './ask/createSemanticPlanner.ts'
import { createLookup } from './ask/values/lookup.ts'
import { openAudit } from './audit/openAudit.ts'
import { recordEffects } from './audit/record/recordEffects.ts'
import { watchResults } from './audit/record/watchResults.ts'
import { watchStatements } from './audit/record/watchStatements.ts'
import { createRedactor } from './audit/redact/createRedactor.ts'
import { budgetSource } from './budget/budgetSource.ts'
import { createBudget, noBudget } from './budget/createBudget.ts'
import { meterSource } from './budget/meterSource.ts'
import { createBudgetReports } from './budget/report/createBudgetReports.ts'
import { checkModel } from './config/checkModel.ts'
import type { LakefrontConfig } from './config/types.ts'
import { calibrateSource } from './cost/calibration/calibrateSource.ts'
import { createCalibration } from './cost/calibration/createCalibration.ts'
import { createRatios } from './cost/calibration/createRatios.ts'
import { createStoredRatios } from './cost/calibration/createStoredRatios.ts'
import { createResultStore } from './results/createResultStore.ts'
import type { Rooms } from './rooms.ts'
import { createViewCheck } from './semantic/bind/createViewCheck.ts'
import { loadSemanticModel } from './semantic/load/loadSemanticModel.ts'
import { createCatalogs } from './sources/catalogs.ts'
import { openSource } from './sources/openSource.ts'
import type { Source } from './sources/port.ts'
import { type Outcome, watchSource } from './sources/watchSource.ts'
import { openStore } from './store/openStore.ts'
import { openTelemetry } from './telemetry/openTelemetry.ts'

const defaultMaxRows = 1_000_000

export type OpenRoomsOptions = {
  /** Told of what goes wrong where nobody waits for it. */
  onFault(error: unknown): void
}

/**
 * Opens every room of a gateway. The semantic model comes first: it can be refused, and then no source was started yet.
 *
 * @throws {ConfigError} | {SemanticModelError} that lists every problem; or what {@link openStore} throws.
 */
export async function openRooms(config: LakefrontConfig, { onFault }: OpenRoomsOptions): Promise<Rooms> {
  const { views = [], entities = {}, results, maxRows = defaultMaxRows, now } = config
  const model = await loadSemanticModel(views, entities, { readFile: (file) => readFile(file, 'utf8') })
  checkModel(config, model)
  const store = config.store && (await openStore(config.store))
  const telemetry = await openTelemetry(config, { onFault })
  const redact = createRedactor(config.audit)
  const budget = store && config.budgets ? createBudget({ config: config.budgets, store, redact, onFault }) : noBudget
  const sources = new Map<string, Source>()
  const probes = new Map<string, Source>()
  const outcomes = new Map<string, Outcome>()
  const calibration = createCalibration(store ? createStoredRatios({ store, onFault }) : createRatios())
  for (const [id, source] of Object.entries(config.sources)) {
    const watched = watchSource(openSource(id, source), (outcome) => outcomes.set(id, outcome))
    if (!config.prices?.warehouses?.[id]) probes.set(id, watched)
    const calibrated = calibrateSource(watched, calibration)
    const recorded = config.audit ? watchStatements(calibrated) : calibrated
    const metered = meterSource(telemetry.traceSource(recorded), config.prices)
    sources.set(id, config.budgets ? budgetSource(metered, { budget, config }) : metered)
  }
  const viewCheck = createViewCheck(model, (message) => onFault(new Error(message)))
  const catalogs = createCatalogs(sources, viewCheck.see)
  const lookup = {
    ...createLookup(sources),
    tables: (id: string, { signal }: { signal: AbortSignal }) => catalogs.tablesOf(id, signal),
  }
  const audit =
    store &&
    config.audit &&
    openAudit({ config: config.audit, store, hasBudgets: config.budgets !== undefined, onFault })
  const approvals =
    store && needsApprovals(config)
      ? openApprovals({ config, sources, store, onCarriedOut: recordEffects(audit?.log), onFault })
      : undefined
  return {
    config,
    sources,
    probes,
    outcomes,
    model,
    planner: createSemanticPlanner({ model, sources, lookup }),
    results: config.audit ? watchResults(createResultStore(results)) : createResultStore(results),
    conversations: createConversations(),
    catalogs,
    brokenViews: viewCheck.broken,
    calibration,
    store,
    approvals,
    reads: approvals?.reads ?? readsWithoutApproval,
    budget,
    budgetReports: store && config.budgets ? createBudgetReports({ config: config.budgets, store }) : undefined,
    audit,
    telemetry,
    maxRows,
    today: () => (now === undefined ? new Date() : new Date(now)),
  }
}
