import { randomUUID } from 'node:crypto'
import type { Answer, ToolArguments } from '@lakefront/contract'
import { forQuestion } from '../../budget/currentCharge.ts'
import { addAmounts } from '../../cost/prices.ts'
import type { ToolContext } from '../../tools/tool.ts'
import type { PlannerInput, PlannerOutput } from '../port.ts'
import { answerFromPlan } from './answerFromPlan.ts'
import { blankAnswer } from './blankAnswer.ts'
import { failureOf } from './failureOf.ts'
import { planningCost } from './planningCost.ts'

type Input = ToolArguments<'ask'>

/**
 * Answers one question: plan or ask back, estimate, run, say what was found. Never throws: what goes wrong is in the
 * answer's status, with everything that was known until then.
 */
export async function answerQuestion(input: Input, context: ToolContext): Promise<Answer> {
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
    const asked = await questionToPlan(input, answer, context)
    Object.assign(answer, await forQuestion(asked.question, () => work(asked, input, answer, context)))
  } catch (thrown) {
    Object.assign(answer, failureOf(thrown, context))
  }
  return { ...answer, answeredAt: new Date().toISOString(), durationMs: performance.now() - startedAt }
}

type Asked = Pick<PlannerInput, 'question' | 'context' | 'memory'>

/** What was asked, with what stands around it; or what it was edited into, which was planned and agreed to by its words alone. */
async function questionToPlan(input: Input, answer: Answer, { rooms, caller }: ToolContext): Promise<Asked> {
  const { question, context, approvalId } = input
  const edited = await rooms.reads.editedQuestion({ caller, question }, approvalId)
  if (edited === undefined) {
    return { question, context, memory: rooms.conversations.recall(caller, answer.conversationId) }
  }
  const message = `The question was edited before it was approved. Answered is: “${edited}”`
  Object.assign(answer, { question: edited, warnings: [{ code: 'question-edited', message }] })
  return { question: edited }
}

async function work(asked: Asked, input: Input, answer: Answer, context: ToolContext): Promise<Partial<Answer>> {
  const { rooms, caller, signal } = context
  const planned = await rooms.planner.plan({ ...asked, now: rooms.today(), signal })
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
