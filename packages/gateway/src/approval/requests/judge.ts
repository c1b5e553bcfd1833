import type { ApprovalMove, ApprovalRequest, ApprovalState, GrantTerms } from '@lakefront/contract'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'

/** A request as it is kept; what somebody may do with it depends on who looks. */
export type StoredRequest = Omit<ApprovalRequest, 'mayDo' | 'grantCovers' | 'grantTerms'> & { kept: KeptOfRequest }

/** What the gateway remembers of a request and shows to nobody. */
export type KeptOfRequest = {
  /** Roles that whoever asked had then. */
  requesterRoles: readonly string[]
  /** Who carries it out: a gateway by itself, or whoever asked, who alone gets what is read. */
  executor: 'gateway' | 'requester'
  /** Digest of what is asked for without its estimate. */
  subjectHash: string | null
  /** Whether it was ever taken up; from then on it may have happened. */
  hasBegun: boolean
  /** What "always allow this" would cover, and the sentences that say so; `null` when it is not offered. */
  grant: { terms: GrantTerms; covers: readonly string[] } | null
}

export type Decision = {
  caller: Caller
  decision: ApprovalMove
  /** Digest of what the decider saw. */
  shownHash: string
  reason?: string | undefined
  /** Sentences that from now on are always allowed: those that were shown, word for word. */
  alwaysAllow?: readonly string[] | undefined
  at: Date
}

/** Where a decision leads to, or why it does not count. */
export type Judgement =
  | { state: ApprovalState }
  | { refusal: 'forbidden' | 'invalid-input' | 'approval-closed'; message: string }

/** Says what a decision does to a request. Pure: whoever holds the request's lock writes it down. */
export function judge(request: StoredRequest, decision: Decision): Judgement {
  const { decision: move, at } = decision
  const isOpen = request.state === 'pending' || (move === 'withdraw' && mayStillStop(request))
  if (!isOpen) return closed(stateMessages[request.state])
  if (request.state === 'pending' && Date.parse(request.expiresAt) <= at.getTime()) return closed(stateMessages.expired)
  if (decision.shownHash !== request.shownHash) {
    return { refusal: 'invalid-input', message: 'What was shown is not what would happen now. Look at it again.' }
  }
  if (decision.alwaysAllow && !isAsShown(request, decision)) {
    return {
      refusal: 'invalid-input',
      message: 'What would always be allowed is not what was shown. Look at it again.',
    }
  }
  return move === 'answer' || move === 'withdraw' ? judgeOwn(request, decision) : judgeDecision(request, decision)
}

/**
 * Where a decision leads to.
 *
 * @throws {GatewayError} when it does not count.
 */
export function stateAfter(request: StoredRequest, decision: Decision): ApprovalState {
  const judgement = judge(request, decision)
  if ('refusal' in judgement) throw new GatewayError({ code: judgement.refusal, message: judgement.message })
  return judgement.state
}

/** Approved, and nobody has taken it up: for certain nothing has happened. */
const mayStillStop = ({ state, kept }: StoredRequest) => state === 'approved' && !kept.hasBegun

const isAsShown = ({ kept }: StoredRequest, { decision, alwaysAllow }: Decision) =>
  decision === 'approve' && JSON.stringify(kept.grant?.covers) === JSON.stringify(alwaysAllow)

/** What only whoever asked for it may do. */
function judgeOwn({ requestedBy, decisions }: StoredRequest, { caller, decision }: Decision): Judgement {
  if (caller.userId !== requestedBy.userId) {
    return { refusal: 'forbidden', message: 'Only who asked for it may do this.' }
  }
  if (decision === 'withdraw') return { state: 'withdrawn' }
  const last = decisions.findLast((each) => each.decision === 'ask' || each.decision === 'answer')
  if (last?.decision === 'ask') return { state: 'pending' }
  return { refusal: 'invalid-input', message: 'No question is open that could be answered.' }
}

function judgeDecision(
  { approvers, decisions, requestedBy }: StoredRequest,
  { caller, decision }: Decision,
): Judgement {
  if (approvers.roles.length > 0 && !approvers.roles.some((role) => caller.roles.includes(role))) {
    return { refusal: 'forbidden', message: `Only ${approvers.roles.join(' or ')} may decide this.` }
  }
  if (decision === 'reject') return { state: 'rejected' }
  if (decision === 'ask') return { state: 'pending' }
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
