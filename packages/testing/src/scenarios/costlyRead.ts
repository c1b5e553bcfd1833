import { RequestError } from '@lakefront/client'
import type { Answer, ApprovalRequest, ApprovalState } from '@lakefront/contract'
import { sampleAnswer } from '../samples/answer.ts'
import { sampleCostlyRead } from '../samples/costlyRead.ts'
import { sampleColumns, sampleRows } from '../samples/rows.ts'
import type { Script, Stage } from '../script.ts'
import { approvals } from './approvals.ts'
import { type Pace, playAnswer } from './playAnswer.ts'

export type CostlyReadOptions = {
  /** What becomes of the request by itself. Left out, it waits. */
  becomes?: ApprovalState | undefined
  /** Milliseconds until then, from when the request was first seen. Default 0. */
  afterMs?: number | undefined
  /** Why it was decided like that. */
  reason?: string | undefined
  pace?: Pace | undefined
}

/** A question that costs more than runs by itself: it waits for a manager, and is answered once by their yes. */
export function costlyRead({ becomes, afterMs = 0, reason, pace }: CostlyReadOptions = {}): Script {
  const first = sampleCostlyRead()
  const { decide_approval, list_approvals } = approvals([first])
  let firstSeenAt: number | undefined
  let isUsed = false

  const decided = (request: ApprovalRequest, stage: Stage): ApprovalRequest => {
    const now = Date.parse(stage.timestamp())
    firstSeenAt ??= now
    const isDue = becomes !== undefined && now - firstSeenAt >= afterMs
    if (isUsed) return { ...request, state: 'done', mayDo: [] }
    if (!isDue || request.state !== 'pending') return request
    const decision = becomes === 'rejected' ? 'reject' : 'approve'
    const by = { userId: 'mona.reyes', decision, reason: reason ?? null, decidedAt: stage.timestamp() } as const
    return { ...request, state: becomes, mayDo: [], decisions: becomes === 'expired' ? [] : [by] }
  }
  const list = async (stage: Stage) => {
    const { requests, ...page } = await list_approvals!({ limit: 50 }, stage)
    return { ...page, requests: requests.map((request) => decided(request, stage)) }
  }
  return {
    list_approvals: (_input, stage) => list(stage),
    decide_approval: decide_approval!,
    ask: async ({ question, approvalId }, stage) => {
      const [request] = (await list(stage)).requests
      if (approvalId === undefined) return wait(stage, question, request!)
      if (approvalId !== request?.requestId || request.state !== 'approved') {
        throw new RequestError('approval-closed', { message: 'This approval was used already. Each is for one run.' })
      }
      isUsed = true
      const result = stage.openResult({ columns: sampleColumns, rows: sampleRows() })
      return playAnswer(stage, sampleAnswer({ question, result }), pace)
    },
  }
}

async function wait(stage: Stage, question: string, request: ApprovalRequest): Promise<Answer> {
  const { result: _result, ...whole } = sampleAnswer({ question })
  const notRun = { status: 'planned', rows: null, durationMs: null, bytesScanned: null } as const
  const steps = whole.steps.map((step) => ({ ...step, ...notRun }))
  const cost = { estimate: request.shown.estimate!, actual: null, pricesAsOf: '2026-11-01' }
  const { answerId, conversationId, title, explanation } = whole
  const text = `${request.shown.title}: Manager has to agree first. Nothing was run.`
  const answer: Answer = {
    ...whole,
    status: 'approval-required',
    text,
    steps,
    cost,
    suggestions: [],
    lineage: { sources: [], columns: [] },
    approval: request,
  }
  await stage.emit({ type: 'answer-start', answerId, conversationId })
  await stage.emit({ type: 'plan-ready', title, explanation, steps, cost })
  await stage.emit({ type: 'approval-requested', request })
  await stage.emit({ type: 'answer-end', answer })
  return answer
}
