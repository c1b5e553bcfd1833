import type { Read } from '../../approval/reads/types.ts'
import { estimateRead } from '../../cost/estimateSteps.ts'
import { estimateTimeoutMs } from '../../cost/estimateTimeoutMs.ts'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { ToolContext } from '../../tools/tool.ts'
import type { PlannerOutput } from '../port.ts'
import { plannedSteps, statementsOf } from './plannedSteps.ts'
import { planningCost } from './planningCost.ts'
import { readOfPlan } from './readOfPlan.ts'

/**
 * A question as something to read: planned and estimated, not run. It has to say all it means: no conversation and no page
 * stands around it. What planning costs is paid by whoever calls.
 *
 * @param asker - Whose wish it is.
 * @throws {GatewayError} `invalid-input` when it is not understood, or means several things.
 */
export async function readOfQuestion(question: string, asker: Caller, context: ToolContext): Promise<Read> {
  const { rooms, signal } = context
  const { sources, config } = rooms
  const planned = await rooms.planner.plan({ question, now: rooms.today(), signal })
  planningCost(planned.modelUse ?? [], context)
  if (planned.kind !== 'plan') throw new GatewayError({ code: 'invalid-input', message: whyNot(planned) })
  const { plan } = planned
  const timeoutMs = estimateTimeoutMs(config.budgets)
  const estimated = await estimateRead(statementsOf(plan, sources), { prices: config.prices, signal, timeoutMs })
  return readOfPlan(plan, { question, caller: asker, steps: plannedSteps(plan, sources), config, ...estimated })
}

function whyNot(planned: Exclude<PlannerOutput, { kind: 'plan' }>): string {
  if (planned.kind === 'refusal') return planned.message
  const { message, choices } = planned.clarification
  return [message, choices.map(({ question }) => `“${question}”`).join(', ')].filter(Boolean).join(' ')
}
