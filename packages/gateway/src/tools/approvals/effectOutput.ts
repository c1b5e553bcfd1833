import type { ApprovalState, ToolOutput } from '@lakefront/contract'
import type { OpenedApprovals } from '../../approval/openApprovals.ts'
import type { StoredRequest } from '../../approval/requests/judge.ts'
import { showRequest } from '../../approval/requests/showRequest.ts'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Rooms } from '../../rooms.ts'

type EffectOutput = ToolOutput<'update_record'>

const statuses: Record<ApprovalState, EffectOutput['status']> = {
  pending: 'approval_required',
  approved: 'accepted',
  done: 'done',
  failed: 'not_done',
  rejected: 'not_done',
  withdrawn: 'not_done',
  expired: 'not_done',
  replaced: 'not_done',
}

export function toEffectOutput(request: StoredRequest, caller: Caller): EffectOutput {
  return { status: statuses[request.state], request: showRequest(request, caller) }
}

/** What an effect has come to, in a sentence. */
export function effectText({ request }: EffectOutput): string {
  const { shown, state, because, approvers, expiresAt, outcome } = request
  const changes = shown.changes.map(({ title, before, after }) => `- ${title}: ${before ?? '–'} → ${after ?? '–'}`)
  const isRead = shown.effectClass === 'costly-read'
  const who = approvers.roles.length > 0 ? approvers.roles.join(' or ') : 'somebody'
  const ends: Record<ApprovalState, string> = {
    pending: `Nothing has happened yet: ${who} has to approve it until ${expiresAt}. ${because.join(' ')}`,
    approved: isRead
      ? `It is approved. Whoever asked for it calls again with approvalId ${request.requestId}.`
      : 'It is approved and about to happen.',
    done: `It is done${outcome?.recordId ? `, record ${outcome.recordId}` : ''}.`,
    failed: `It was not done: ${outcome?.message ?? ''}`,
    rejected: `It was rejected. ${request.decisions.at(-1)?.reason ?? ''}`,
    withdrawn: 'Whoever asked for it has withdrawn it.',
    expired: 'Nobody decided in time, so it was refused.',
    replaced: `It was edited; the edited one is request ${request.replacedBy}.`,
  }
  return [`**${shown.title}**`, ...changes, '', ends[state].trim()].join('\n')
}

/** The room, where the configuration lets anything be written. */
export function approvalsOf({ approvals }: Rooms): OpenedApprovals {
  if (approvals) return approvals
  throw new GatewayError({
    code: 'forbidden',
    message: 'This gateway writes nothing: its configuration has no `writes`.',
  })
}
