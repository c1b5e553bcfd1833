import type { ApprovalConfig, LakefrontConfig } from '../config/types.ts'
import type { Source } from '../sources/port.ts'
import type { Store } from '../store/port.ts'
import { type Approvals, type ApprovalsOptions, createApprovals } from './createApprovals.ts'
import type { RecordWriter } from './effects/port.ts'
import { openPostgresWriter } from './effects/postgresWriter.ts'
import { createGrants } from './grants/createGrants.ts'
import type { Policy } from './policy/types.ts'
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

/** Opens the room, and takes up at once what a gateway that died has left. */
export function openApprovals({ config, sources, store, onCarriedOut, onFault }: OpenApprovalsOptions): Approvals {
  const { writes = {}, approvals: approvalConfig = {} } = config
  const titleOfSource = (id: string) => sources.get(id)?.title ?? id
  const approvals = createApprovals({
    grants: createGrants({ store }),
    requests: createRequests({ store, expiresAfterMs: approvalConfig.expiresAfterMs ?? oneDayMs }),
    policy: policyOf(approvalConfig),
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
    async close() {
      clearInterval(timer)
      await resuming
      await approvals.close()
    },
  }
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
