import { noteApproval } from '../audit/record/noteApproval.ts'
import type { LakefrontConfig } from '../config/types.ts'
import type { Source } from '../sources/port.ts'
import type { Store } from '../store/port.ts'
import type { AutonomyRoom } from './autonomy/createAutonomy.ts'
import { type Approvals, type ApprovalsOptions, createApprovals, type Edited } from './createApprovals.ts'
import { openWriters } from './effects/openWriters.ts'
import { createGrants, type Grants } from './grants/createGrants.ts'
import { openPolicy } from './policy/openPolicy.ts'
import { createReads, type Reads } from './reads/createReads.ts'
import { editRead, type ReadOfQuestion } from './reads/editRead.ts'
import { createRequests } from './requests/createRequests.ts'
import { type StoredRequest, stateAfter } from './requests/judge.ts'
import { resumeRegularly } from './resumeRegularly.ts'

const oneDayMs = 24 * 60 * 60_000

export type OpenApprovalsOptions = {
  config: LakefrontConfig
  sources: ReadonlyMap<string, Source>
  store: Store
  onCarriedOut: ApprovalsOptions['onCarriedOut']
  onFault(error: unknown): void
}

/** The room, with what stands before costly reads, what is always allowed, and how much happens by itself. */
export type OpenedApprovals = Omit<Approvals, 'edit'> & {
  /** Replaces what is asked for by an edited write or read, which is shown and decided anew. */
  edit(requestId: string, edited: Edited & { readOfQuestion: ReadOfQuestion }): Promise<StoredRequest>
  reads: Reads
  grants: Grants
  autonomy: AutonomyRoom
}

/** Opens the room, and takes up at once what a gateway that died has left. */
export function openApprovals(options: OpenApprovalsOptions): OpenedApprovals {
  const { config, sources, store, onCarriedOut, onFault } = options
  const { writes = {}, approvals: { expiresAfterMs = oneDayMs } = {} } = config
  const titleOfSource = (id: string) => sources.get(id)?.title ?? id
  const { autonomy, weigh, usedToday } = openPolicy(config, store)
  const requests = createRequests({ store, expiresAfterMs, usedToday })
  const writers = openWriters(config, titleOfSource)
  const approvals = createApprovals({ requests, weigh, writes, writers, titleOfSource, onCarriedOut, onFault })
  const resuming = resumeRegularly({ resume: approvals.resume, onFault })
  return {
    ...approvals,
    grants: createGrants({ store }),
    autonomy,
    reads: createReads({ requests, weigh, note: noteApproval, onFault }),
    async edit(requestId, edited) {
      const { caller, shownHash } = edited
      const request = await requests.read(caller.tenantId, requestId)
      // To plan it costs something: not for somebody who may not edit it, nor for what is decided. It is judged again then.
      stateAfter(request, { caller, decision: 'ask', shownHash, at: new Date() })
      if (request.kept.executor === 'gateway') return approvals.edit(requestId, edited)
      const by = await editRead(request, { ...edited, editor: caller, weigh, config, sources })
      return requests.replace(requestId, { ...by, shownHash, editor: caller })
    },
    async close() {
      await resuming.close()
      await approvals.close()
    },
  }
}
