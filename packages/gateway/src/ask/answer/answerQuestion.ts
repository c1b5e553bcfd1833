import { randomUUID } from 'node:crypto'
import type { Answer, ToolArguments } from '@lakefront/contract'
import { addAmounts } from '../../cost/prices.ts'
import type { ToolContext } from '../../tools/tool.ts'
import type { PlannerOutput } from '../port.ts'
import { answerFromPlan } from './answerFromPlan.ts'
import { blankAnswer } from './blankAnswer.ts'
import { failureOf } from './failureOf.ts'
import { planningCost } from './planningCost.ts'

/**
 * Answers one question: plan or ask back, estimate, run, say what was found. Never throws: what goes wrong is in the
 * answer's status, with everything that was known until then.
 */
export async function answerQuestion(input: ToolArguments<'ask'>, context: ToolContext): Promise<Answer> {
  const { rooms, emit } = context
  const startedAt = performance.now()
  const answer = blankAnswer({
    answerId: context.callId,
    conversationId: input.conversationId ?? randomUUID(),
    question: input.question,
    pricesAsOf: rooms.config.prices?.asOf ?? null,
  })
  emit({ type: 'answer-start', answerId: answer.answerId, conversationId: answer.conversationId })
  try {
    Object.assign(answer, await work(input, answer, context))
  } catch (thrown) {
    Object.assign(answer, failureOf(thrown, context))
  }
  return { ...answer, answeredAt: new Date().toISOString(), durationMs: performance.now() - startedAt }
}

async function work(input: ToolArguments<'ask'>, answer: Answer, context: ToolContext): Promise<Partial<Answer>> {
  const { rooms, caller, signal } = context
  const planned = await rooms.planner.plan({
    question: input.question,
    context: input.context,
    memory: rooms.conversations.recall(caller, answer.conversationId),
    now: rooms.today(),
    signal,
  })
  const spent = planningCost(planned.modelUse ?? [], context)
  if (planned.kind !== 'plan') {
    if (spent.length > 0) answer.cost = { ...answer.cost, actual: addAmounts(spent) }
    return replyTo(planned, context)
  }
  const { pageSize, approvalId } = input
  await answerFromPlan({ planned, spent, answer, pageSize, approvalId, context })
  rooms.conversations.remember(caller, answer.conversationId, planned.memory)
  return {}
}

type Reply = Exclude<PlannerOutput, { kind: 'plan' }>

function replyTo(reply: Reply, { emit, rooms }: ToolContext): Partial<Answer> {
  const suggestions = [...rooms.planner.suggestions()]
  if (reply.kind === 'refusal') return { status: 'refused', text: reply.message, suggestions }
  const { clarification } = reply
  emit({ type: 'clarification', clarification })
  return { status: 'clarification', text: clarification.message, clarification, suggestions }
}
