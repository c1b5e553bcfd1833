import type { Answer, AnswerError, AnswerEvent, Step } from '@lakefront/contract'
import type { Turn } from './types.ts'

/** A turn of which nothing is known but the question. */
export function startTurn({ id, question, context }: Pick<Turn, 'id' | 'question' | 'context'>, askedAt: string): Turn {
  return {
    id,
    question,
    context,
    askedAt,
    status: 'asking',
    title: '',
    explanation: '',
    text: '',
    steps: [],
    warnings: [],
    suggestions: [],
  }
}

/** The only place that knows what an event means. Pure, so it is tested as a table. */
export function reduceTurn(turn: Turn, event: AnswerEvent): Turn {
  switch (event.type) {
    case 'answer-start':
      return { ...turn, answerId: event.answerId, conversationId: event.conversationId }
    case 'plan-ready': {
      const { title, explanation, steps, cost, columns } = event
      return { ...turn, status: 'planned', title, explanation, steps, cost, expectedColumns: columns }
    }
    case 'step-start':
    case 'step-end':
      return { ...turn, status: 'running', steps: withStep(turn.steps, event.step) }
    case 'step-progress': {
      const { type: _type, stepId, ...progress } = event
      return { ...turn, progress: { ...turn.progress, [stepId]: progress } }
    }
    case 'result-ready':
      return { ...turn, status: 'running', result: event.result }
    case 'text-delta':
      return { ...turn, text: turn.text + event.text }
    case 'warning':
      return { ...turn, warnings: [...turn.warnings, event.warning] }
    case 'clarification':
      return { ...turn, clarification: event.clarification }
    case 'approval-requested':
      return { ...turn, approval: event.request, approvalId: event.request.requestId }
    case 'error':
      return { ...turn, error: event.error }
    case 'answer-end':
      return finishTurn(turn, event.answer)
    default:
      return turn // a newer gateway may send events that we do not know yet
  }
}

/**
 * The final answer is authoritative: nothing that the events told survives beside it, so that a turn ends the same with
 * events or without.
 */
export function finishTurn({ id, question, context }: Turn, answer: Answer): Turn {
  return { ...answer, id, question, context, approvalId: answer.approval?.requestId }
}

/** Ends a turn that got no answer. What had arrived stays. */
export function failTurn(turn: Turn, error: AnswerError, answeredAt: string): Turn {
  const steps = turn.steps.map((step) => (unfinished.has(step.status) ? { ...step, status: 'skipped' as const } : step))
  return { ...turn, status: statusOf(error), steps, error, answeredAt, expectedColumns: undefined, progress: undefined }
}

const unfinished = new Set<Step['status']>(['planned', 'running'])

function statusOf({ code }: AnswerError): Turn['status'] {
  switch (code) {
    case 'cancelled':
      return 'cancelled'
    case 'source-unavailable':
    case 'source-timeout':
    case 'gateway-unreachable':
      return 'unavailable'
    case 'statement-refused':
    case 'forbidden':
      return 'refused'
    default:
      return 'failed'
  }
}

function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  return steps.some(({ id }) => id === step.id)
    ? steps.map((known) => (known.id === step.id ? step : known))
    : [...steps, step]
}
