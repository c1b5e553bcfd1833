import type { Answer, Cost, ResultPage, Step, Warning } from '@lakefront/contract'
import type { Admission } from '../../approval/reads/createReads.ts'
import { costsOfSteps } from '../../budget/costsOfSteps.ts'
import { settleAtEnd } from '../../budget/settleAtEnd.ts'
import { estimateRead } from '../../cost/estimateSteps.ts'
import { estimateTimeoutMs } from '../../cost/estimateTimeoutMs.ts'
import { addAmounts, addSpent, type PricedAmount, priceUse } from '../../cost/prices.ts'
import type { QueryPlan } from '../../federation/port.ts'
import { runPlan } from '../../federation/run/runPlan.ts'
import { followSignal } from '../../tools/queries/followSignal.ts'
import type { ToolContext } from '../../tools/tool.ts'
import type { PlannerOutput } from '../port.ts'
import { describeLineage } from './describeLineage.ts'
import { plannedSteps, statementsOf } from './plannedSteps.ts'
import { readOfPlan } from './readOfPlan.ts'

type Planned = Extract<PlannerOutput, { kind: 'plan' }>

export type AnswerFromPlanOptions = {
  planned: Planned
  /** What planning has cost already. */
  spent: readonly PricedAmount[]
  /** Filled in as far as the work gets, so that a fault half way still shows what was done. */
  answer: Answer
  pageSize: number
  /** The approval that it is to run by. */
  approvalId?: string | undefined
  context: ToolContext
}

/** Estimates a plan, runs it, and says what it found. */
export async function answerFromPlan(options: AnswerFromPlanOptions): Promise<void> {
  const { planned, spent, answer, approvalId, context } = options
  const { plan } = planned
  const { rooms, caller, signal, emit } = context
  const { title, explanation } = plan
  Object.assign(answer, { title, explanation, steps: plannedSteps(plan, rooms.sources) })

  const { prices, budgets } = rooms.config
  const timeoutMs = estimateTimeoutMs(budgets)
  const { estimate, rows } = await estimateRead(statementsOf(plan, rooms.sources), { prices, signal, timeoutMs })
  answer.cost = { estimate: addSpent(estimate, spent), actual: null, pricesAsOf: prices?.asOf ?? null }
  emit({ type: 'plan-ready', title, explanation, steps: answer.steps, cost: answer.cost, columns: [...plan.columns] })

  const { question, steps } = answer
  const { config, reads, budget } = rooms
  const admission = await reads.admit(readOfPlan(plan, { question, caller, steps, config, estimate, rows }), {
    runId: answer.answerId,
    approvalId,
    hold: (options) => budget.hold({ ...options, payer: caller, estimate }),
  })
  const result = await run(options, admission)
  answer.result = result
  answer.cost = { ...answer.cost, actual: actualCost(answer.steps, spent, context) }
  emit({ type: 'result-ready', result })
  conclude(planned, answer, { result, nearlySpent: admission.hold.warning }, context)
}

/** Runs the plan and waits for the first page; the rest streams on under the result's handle. */
async function run(
  { planned, spent, answer, pageSize, context }: AnswerFromPlanOptions,
  { hold, delivered, failed }: Admission,
): Promise<ResultPage> {
  const { rooms, caller, signal, emit } = context
  const { controller, release } = followSignal(signal)
  const readAt = new Map<string, string>()
  const onStep = (step: Step) => {
    if (step.status === 'running') readAt.set(step.source, new Date().toISOString())
    if (step.status === 'failed') readAt.delete(step.source)
    answer.lineage = describeLineage(planned.plan, readAt, rooms.sources)
    answer.steps = answer.steps.map((known) => (known.id === step.id ? step : known))
    emit({ type: step.status === 'running' ? 'step-start' : 'step-end', step })
  }
  const costs = () => costsOfSteps(answer.steps, rooms.config.prices)
  try {
    const { stream } = await hold.cover(() =>
      runPlan(planned.plan, {
        sources: rooms.sources,
        signal: controller.signal,
        onStep,
        onProgress: emit,
        maxRows: rooms.maxRows,
      }),
    )
    const priced = { ...stream, cost: () => actualCost(answer.steps, spent, context) }
    const result = await rooms.results.open(settleAtEnd(priced, hold, costs), { caller, pageSize, abort: controller })
    await delivered()
    return result
  } catch (error) {
    controller.abort()
    hold.release(costs())
    await failed()
    throw error
  } finally {
    release()
  }
}

type Concluded = { result: ResultPage; nearlySpent: Warning | undefined }

function conclude(
  { plan, describe, suggestions }: Planned,
  answer: Answer,
  concluded: Concluded,
  context: ToolContext,
) {
  const { result, nearlySpent } = concluded
  const { columns, rows, rowCount, truncated } = result
  // Of a result that still streams only the first page can be spoken of.
  const finding = describe({
    columns,
    rows,
    rowCount: rowCount ?? rows.length,
    truncated: truncated || rowCount === null,
  })
  const missing = answer.steps.filter(({ status, source }) => status === 'failed' && source !== 'gateway')
  answer.status = missing.length > 0 ? 'partial' : 'answered'
  answer.text = [finding.text, ...missing.map((step) => toMissing(step, plan).message)].filter(Boolean).join('\n\n')
  answer.suggestions = [...suggestions]
  answer.warnings = [
    ...answer.warnings,
    ...missing.map((step) => toMissing(step, plan)),
    ...(truncated ? [toTruncated(rowCount)] : []),
    ...plan.warnings.map(({ code, message, source }) => ({ code, message, ...(source !== undefined && { source }) })),
    ...finding.warnings,
    ...(nearlySpent ? [nearlySpent] : []),
  ]
  for (const warning of answer.warnings) context.emit({ type: 'warning', warning })
  context.emit({ type: 'text-delta', text: answer.text })
}

/** What an answer lacks, in the words of its headings, and why. */
function toMissing({ source, sourceTitle, error }: Step, { columns }: QueryPlan): Warning {
  const titles = columns.filter((column) => column.source === source).map(({ title, name }) => title ?? name)
  const lacking = titles.length > 0 ? titles.join(', ') : `What ${sourceTitle} knows`
  const why = error ?? `${sourceTitle} is currently unavailable.`
  return { code: 'source-unavailable', message: `Missing here: ${lacking}. ${why}`, source }
}

function toTruncated(rowCount: number | null): Warning {
  const where = rowCount === null ? '' : ` after ${rowCount} rows`
  return { code: 'truncated', message: `The result was cut off${where} by a limit; there is more at the source.` }
}

function actualCost(steps: readonly Step[], spent: readonly PricedAmount[], { rooms }: ToolContext): Cost['actual'] {
  const read = steps.filter(({ source, status }) => source !== 'gateway' && status !== 'skipped')
  if (read.some(({ status }) => status === 'running' || status === 'planned')) return null
  const { prices } = rooms.config
  return addAmounts([...read.map((step) => priceUse(step, prices)), ...spent])
}
