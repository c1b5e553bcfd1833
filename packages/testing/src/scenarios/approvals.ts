import { RequestError } from '@lakefront/client'
import type { ApprovalRequest, Grant, ToolOutput } from '@lakefront/contract'
import { sampleApproval } from '../samples/approval.ts'
import { sampleGrant } from '../samples/grant.ts'
import type { Script, Stage } from '../script.ts'

type Decision = Parameters<NonNullable<Script['decide_approval']>>[0]
type Filters = Parameters<NonNullable<Script['list_approvals']>>[0]
type Effect = ToolOutput<'decide_approval'>

/** A gateway with these requests, which decides them as a real one does: whoever is too late hears so. */
export function approvals(
  requests: readonly ApprovalRequest[] = [sampleApproval()],
  grants: readonly Grant[] = [],
): Script {
  let known = [...requests]
  let granted = [...grants]
  const put = (request: ApprovalRequest) => {
    known = [request, ...known.filter(({ requestId }) => requestId !== request.requestId)]
  }
  return {
    list_approvals: (input, stage) => {
      const found = known.filter((request) => passes(request, input))
      const from = Number(input.before ?? 0)
      const next = from + input.limit < found.length ? String(from + input.limit) : null
      return { requests: found.slice(from, from + input.limit), next, asOf: stage.timestamp() }
    },
    decide_approval: (input, stage) => {
      const request = known.find(({ requestId }) => requestId === input.requestId)
      if (!request) throw new RequestError('unknown-request', { message: 'There is no such request.' })
      checkDecision(request, input)
      const { ended, edited } = decide(request, input, stage)
      put(ended)
      if (edited) put(edited)
      if (input.alwaysAllow) granted = [grantOf(request, input.alwaysAllow, stage), ...granted]
      return toEffect(edited ?? ended)
    },
    list_grants: ({ which }, stage) => ({
      grants: granted
        .filter(({ revokedAt }) => (revokedAt === null) === (which === 'open'))
        .map((grant) => ({ ...grant, mayRevoke: grant.revokedAt === null })),
      asOf: stage.timestamp(),
    }),
    revoke_grant: ({ grantId }, stage) => {
      const found = granted.find((grant) => grant.grantId === grantId)
      if (!found) throw new RequestError('unknown-request', { message: 'There is no such permission.' })
      const grant = { ...found, revokedAt: found.revokedAt ?? stage.timestamp(), revokedBy: 'mona.reyes' }
      granted = granted.map((each) => (each.grantId === grantId ? grant : each))
      return { grant }
    },
  }
}

function passes({ requestId, state, shown, requestedBy }: ApprovalRequest, filters: Filters): boolean {
  const { which, requestIds, search = '', agentId, source, effectClass } = filters
  return (
    (which === undefined || (state === 'pending') === (which === 'open')) &&
    (requestIds === undefined || requestIds.includes(requestId)) &&
    shown.title.toLowerCase().includes(search.toLowerCase()) &&
    (filters.requestedBy === undefined || requestedBy.userId === filters.requestedBy) &&
    (agentId === undefined || requestedBy.agentId === agentId) &&
    (source === undefined || shown.source === source) &&
    (effectClass === undefined || shown.effectClass === effectClass)
  )
}

function checkDecision(request: ApprovalRequest, { shownHash, alwaysAllow }: Decision): void {
  if (request.state !== 'pending') throw new RequestError('approval-closed', { message: 'This was decided already.' })
  if (shownHash !== request.shownHash) {
    throw new RequestError('invalid-input', {
      message: 'What was shown is not what would happen now. Look at it again.',
    })
  }
  if (alwaysAllow && alwaysAllow.join() !== request.grantCovers?.join()) {
    throw new RequestError('invalid-input', { message: 'This is not what was shown as always allowed.' })
  }
}

function decide(request: ApprovalRequest, { decision, reason, values = {} }: Decision, stage: Stage) {
  if (decision === 'edit') {
    const changes = request.shown.changes.map((change) => ({ ...change, after: values[change.column] ?? change.after }))
    const statements = request.shown.statements?.map((each) => ({ ...each, sql: String(values.sql ?? each.sql) }))
    const question = request.shown.question && { question: String(values.question ?? request.shown.question) }
    const requestId = crypto.randomUUID()
    const shownHash = requestId.replaceAll('-', '').repeat(2)
    const edited = {
      ...request,
      requestId,
      shownHash,
      shown: { ...request.shown, changes, ...question, ...(statements && { statements }) },
      because: ['It was edited.'],
    }
    return { ended: { ...request, state: 'replaced' as const, replacedBy: requestId, mayDo: [] }, edited }
  }
  const isRead = request.shown.effectClass === 'costly-read'
  // What is read happens when whoever asked for it asks again.
  const state = decision === 'approve' && isRead ? ('approved' as const) : states[decision]
  const userId = decision === 'answer' || decision === 'withdraw' ? request.requestedBy.userId : 'mona.reyes'
  const decided = { userId, decision, reason: reason ?? null, decidedAt: stage.timestamp() }
  const outcome = state === 'done' ? { recordId: request.shown.record?.id ?? null, message: null } : null
  const mayDo = state === 'pending' ? request.mayDo : []
  return { ended: { ...request, state, mayDo, decisions: [...request.decisions, decided], outcome } }
}

const states = {
  approve: 'done',
  reject: 'rejected',
  ask: 'pending',
  answer: 'pending',
  withdraw: 'withdrawn',
} as const

function grantOf({ requestId, requestedBy, shown }: ApprovalRequest, covers: string[], stage: Stage): Grant {
  const terms = { ...sampleGrant().terms, ...requestedBy, tool: shown.tool, source: shown.source }
  return sampleGrant({
    grantId: crypto.randomUUID(),
    terms,
    covers,
    requestId,
    createdAt: stage.timestamp(),
    uses: 0,
    lastUsedAt: null,
  })
}

function toEffect(request: ApprovalRequest): Effect {
  return { status: statuses[request.state] ?? 'not_done', request }
}

const statuses: Partial<Record<ApprovalRequest['state'], Effect['status']>> = {
  pending: 'approval_required',
  approved: 'accepted',
  done: 'done',
}
