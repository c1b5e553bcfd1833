import { noteApproval } from '../audit/record/noteApproval.ts'
import type { ApprovalConfig, BudgetConfig, LakefrontConfig } from '../config/types.ts'
import type { Source } from '../sources/port.ts'
import type { Store } from '../store/port.ts'
import { type AutonomyRoom, createAutonomy } from './autonomy/createAutonomy.ts'
import { type Approvals, type ApprovalsOptions, createApprovals } from './createApprovals.ts'
import type { RecordWriter } from './effects/port.ts'
import { openPostgresWriter } from './effects/postgresWriter.ts'
import { createGrants, type Grants } from './grants/createGrants.ts'
import { createWeigh } from './policy/createWeigh.ts'
import type { Policy } from './policy/types.ts'
import { readUsedToday } from './policy/usedToday.ts'
import { createReads, type Reads } from './reads/createReads.ts'
import { editRead } from './reads/editRead.ts'
import { createRequests } from './requests/createRequests.ts'

const oneDayMs = 24 * 60 * 60_000
/** How often it is looked for what was approved and left undone. */
const resumeEveryMs = 10_000

export type OpenApprovalsOptions = {
  config: LakefrontConfig
  sources: ReadonlyMap<string, Source>
  store: Store
  onCarriedOut: ApprovalsOptions['onCarriedOut']
  onFault(error: unknown): void
}

/** The room, with what stands before costly reads, what is always allowed, and how much happens by itself. */
export type OpenedApprovals = Approvals & { reads: Reads; grants: Grants; autonomy: AutonomyRoom }

/** Opens the room, and takes up at once what a gateway that died has left. */
export function openApprovals({
  config,
  sources,
  store,
  onCarriedOut,
  onFault,
}: OpenApprovalsOptions): OpenedApprovals {
  const { writes = {}, approvals: approvalConfig = {} } = config
  const titleOfSource = (id: string) => sources.get(id)?.title ?? id
  const requests = createRequests({ store, expiresAfterMs: approvalConfig.expiresAfterMs ?? oneDayMs })
  const timeZoneOf = (tenantId: string) => timeZoneFor(tenantId, config.budgets)
  const autonomy = createAutonomy({
    store,
    policy: policyOf(approvalConfig),
    administrators: approvalConfig.administrators ?? [],
    timeZoneOf,
  })
  const weigh = createWeigh({
    policyFor: autonomy.policyFor,
    usedToday: (caller) => readUsedToday(store, caller, { now: new Date(), timeZone: timeZoneOf(caller.tenantId) }),
  })
  const approvals = createApprovals({
    requests,
    weigh,
    writes,
    writers: openWriters(config, titleOfSource),
    titleOfSource,
    onCarriedOut,
    onFault,
  })
  // One at a time: a source that hangs must not let the tries pile up.
  let resuming = Promise.resolve()
  const resume = () => {
    resuming = resuming.then(approvals.resume).catch(onFault)
  }
  const timer = setInterval(resume, resumeEveryMs)
  timer.unref()
  resume()
  return {
    ...approvals,
    grants: createGrants({ store }),
    autonomy,
    reads: createReads({
      requests,
      weigh,
      note: noteApproval,
      onFault,
    }),
    async edit(requestId, edited) {
      const { caller, shownHash, values, newRequestId } = edited
      const request = await requests.read(caller.tenantId, requestId)
      if (request.kept.executor === 'gateway') return approvals.edit(requestId, edited)
      const by = await editRead(request, { editor: caller, newRequestId, sql: values.sql, config, sources })
      return requests.replace(requestId, { ...by, shownHash, editor: caller })
    },
    async close() {
      clearInterval(timer)
      await resuming
      await approvals.close()
    },
  }
}

/** Whose midnight ends a day: the ledger's. */
function timeZoneFor(tenantId: string, { timeZone = 'UTC', tenantTimeZones }: Partial<BudgetConfig> = {}): string {
  return tenantTimeZones?.[tenantId] ?? timeZone
}

/** Nothing that a configuration leaves out makes anything more likely to happen by itself. */
function policyOf({ level = 'propose', limits = {}, rules = [], approvers = {} }: ApprovalConfig): Policy {
  return { level, limits, rules, approvers: { roles: [], quorum: 1, fourEyes: false, ...approvers } }
}

function openWriters({ sources, writes = {} }: LakefrontConfig, titleOfSource: (id: string) => string) {
  const writers = new Map<string, RecordWriter>()
  for (const { source } of Object.values(writes)) {
    const config = sources[source]
    const url = config && 'postgres' in config ? config.postgres.writerUrl : undefined
    if (url === undefined || writers.has(source)) continue
    writers.set(source, openPostgresWriter({ source, title: titleOfSource(source), url }))
  }
  return writers
}
