import type { StoredRequest } from '../../approval/requests/judge.ts'
import type { AuditLog } from '../chain/createAuditLog.ts'
import { approvalOf } from './outcomeOf.ts'

/** Puts what is carried out apart from any call on the record, where there is one. */
export function recordEffects(log: AuditLog | undefined) {
  return async (tenantId: string, request: StoredRequest): Promise<void> => {
    const { requestId, shown, requestedBy } = request
    const { userId, agentId } = requestedBy
    const caller = { userId, ...(agentId !== null && { agentId }), roles: [] }
    const approval = approvalOf(request)
    await log?.append(tenantId, { kind: 'effect-ended', callId: requestId, tool: shown.tool, caller, approval })
  }
}
