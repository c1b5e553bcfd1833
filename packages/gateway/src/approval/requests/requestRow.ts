import type { ApprovalState } from '@lakefront/contract'
import type { StoredRequest } from './judge.ts'

export type RequestRow = {
  id: string
  requester_id: string
  requester_roles: string
  agent_id: string | null
  shown: string
  shown_hash: string
  because: string
  approver_roles: string
  quorum: number
  four_eyes: boolean
  executor: string
  subject_hash: string | null
  has_begun: boolean
  grant_terms: string | null
  grant_covers: string | null
  replaced_by: string | null
  outcome: string | null
  state: string
  created_at: string
  expires_at: string
  decisions: string
}

/** A row as the contract writes a request. The texts are JSON that this gateway wrote. */
export function toRequest(row: RequestRow): StoredRequest {
  return {
    requestId: row.id,
    state: row.state as ApprovalState,
    shown: JSON.parse(row.shown),
    shownHash: row.shown_hash,
    because: JSON.parse(row.because),
    requestedBy: { userId: row.requester_id, agentId: row.agent_id },
    approvers: { roles: JSON.parse(row.approver_roles), quorum: row.quorum, fourEyes: row.four_eyes },
    decisions: JSON.parse(row.decisions),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    replacedBy: row.replaced_by,
    outcome: row.outcome === null ? null : JSON.parse(row.outcome),
    kept: {
      requesterRoles: JSON.parse(row.requester_roles),
      executor: row.executor as StoredRequest['kept']['executor'],
      subjectHash: row.subject_hash,
      hasBegun: row.has_begun,
      grant:
        row.grant_terms && row.grant_covers
          ? { terms: JSON.parse(row.grant_terms), covers: JSON.parse(row.grant_covers) }
          : null,
    },
  }
}
