import type { ApprovalRequest, ApprovalState } from '@lakefront/contract'
import type { Caller } from '../../results/port.ts'

/** A request as it is kept; what somebody may do with it depends on who looks. */
export type StoredRequest = Omit<ApprovalRequest, 'mayDo' | 'grantCovers'>

export type Decision = {
  caller: Caller
  decision: 'approve' | 'reject' | 'ask'
  /** Digest of what the decider saw. */
  shownHash: string
  reason?: string | undefined
  at: Date
}

/** Where a decision leads to, or why it does not count. */
export type Judgement =
  | { state: ApprovalState }
  | { refusal: 'forbidden' | 'invalid-input' | 'approval-closed'; message: string }

/** Says what a decision does to a request. Pure: whoever holds the request's lock writes it down. */
export function judge(request: StoredRequest, decision: Decision): Judgement {
  const { approvers, decisions, requestedBy, shownHash } = request
  const { caller, at } = decision
  if (request.state !== 'pending') return closed(stateMessages[request.state])
  if (Date.parse(request.expiresAt) <= at.getTime()) return closed(stateMessages.expired)
  if (decision.shownHash !== shownHash) {
    return { refusal: 'invalid-input', message: 'What was shown is not what would happen now. Look at it again.' }
  }
  if (approvers.roles.length > 0 && !approvers.roles.some((role) => caller.roles.includes(role))) {
    return { refusal: 'forbidden', message: `Only ${approvers.roles.join(' or ')} may decide this.` }
  }
  if (decision.decision === 'reject') return { state: 'rejected' }
  if (decision.decision === 'ask') return { state: 'pending' }
  if (approvers.fourEyes && caller.userId === requestedBy.userId) {
    return { refusal: 'forbidden', message: 'Somebody else than who asked for it has to approve this.' }
  }
  const approving = new Set(decisions.filter((each) => each.decision === 'approve').map(({ userId }) => userId))
  return { state: approving.add(caller.userId).size >= approvers.quorum ? 'approved' : 'pending' }
}

const closed = (message: string): Judgement => ({ refusal: 'approval-closed', message })

const stateMessages: Record<ApprovalState, string> = {
  pending: '',
  approved: 'This was approved already.',
  done: 'This was approved already, and has happened.',
  failed: 'This was approved already, and could not be done.',
  rejected: 'This was rejected already.',
  withdrawn: 'This was withdrawn by who asked for it.',
  expired: 'Time to decide this has run out, so it was refused.',
  replaced: 'This was edited. Decide on the edited one.',
}
