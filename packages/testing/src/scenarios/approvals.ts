import { RequestError } from '@lakefront/client'
import type { ApprovalRequest, ToolOutput } from '@lakefront/contract'
import { sampleApproval } from '../samples/approval.ts'
import type { Script, Stage } from '../script.ts'

type Decision = Parameters<NonNullable<Script['decide_approval']>>[0]
type Effect = ToolOutput<'decide_approval'>

/** A gateway with these requests, which decides them as a real one does: whoever is too late hears so. */
export function approvals(requests: readonly ApprovalRequest[] = [sampleApproval()]): Script {
  let known = [...requests]
  const put = (request: ApprovalRequest) => {
    known = [request, ...known.filter(({ requestId }) => requestId !== request.requestId)]
  }
  return {
    list_approvals: ({ which }, stage) => ({
      requests: known.filter(({ state }) => which === undefined || (state === 'pending') === (which === 'open')),
      next: null,
      asOf: stage.timestamp(),
    }),
    decide_approval: (input, stage) => {
      const request = known.find(({ requestId }) => requestId === input.requestId)
      if (!request) throw new RequestError('unknown-request', { message: 'There is no such request.' })
      if (request.state !== 'pending') {
        throw new RequestError('approval-closed', { message: 'This was decided already.' })
      }
      const { ended, edited } = decide(request, input, stage)
      put(ended)
      if (edited) put(edited)
      return toEffect(edited ?? ended)
    },
  }
}

function decide(request: ApprovalRequest, { decision, reason, values = {} }: Decision, stage: Stage) {
  if (decision === 'edit') {
    const changes = request.shown.changes.map((change) => ({ ...change, after: values[change.column] ?? change.after }))
    const requestId = crypto.randomUUID()
    const shownHash = requestId.replaceAll('-', '').repeat(2)
    const edited = {
      ...request,
      requestId,
      shownHash,
      shown: { ...request.shown, changes },
      because: ['It was edited.'],
    }
    return { ended: { ...request, state: 'replaced' as const, replacedBy: requestId }, edited }
  }
  const states = {
    approve: 'done',
    reject: 'rejected',
    ask: 'pending',
    answer: 'pending',
    withdraw: 'withdrawn',
  } as const
  const decided = { userId: 'mona.reyes', decision, reason: reason ?? null, decidedAt: stage.timestamp() }
  const outcome = decision === 'approve' ? { recordId: request.shown.record?.id ?? null, message: null } : null
  return { ended: { ...request, state: states[decision], decisions: [...request.decisions, decided], outcome } }
}

function toEffect(request: ApprovalRequest): Effect {
  const status = request.state === 'done' ? 'done' : request.state === 'pending' ? 'approval_required' : 'not_done'
  return { status, request }
}
