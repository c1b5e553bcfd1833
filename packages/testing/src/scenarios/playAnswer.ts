import type { Answer, Step } from '@lakefront/contract'
import type { Stage as WholeStage } from '../script.ts'

type Stage = Pick<WholeStage, 'emit' | 'sleep' | 'signal'>

/** Pauses of a played answer, in milliseconds. All zero by default: tests need not wait. */
export type Pace = {
  /** Before the plan is known. */
  planMs?: number | undefined
  /** For each step. */
  stepMs?: number | undefined
  /** Between words of the text. */
  wordMs?: number | undefined
}

/** Tells an answer event by event, as the gateway would, and then gives it. */
export async function playAnswer(
  stage: Stage,
  answer: Answer,
  { planMs = 0, stepMs = 0, wordMs = 0 }: Pace = {},
): Promise<Answer> {
  const { answerId, conversationId, title, explanation, cost, steps, result, text, warnings, clarification, error } =
    answer
  await stage.emit({ type: 'answer-start', answerId, conversationId })
  await pause(stage, planMs)
  if (steps.length > 0) {
    const planned = steps.map(
      (step): Step => ({ ...step, status: 'planned', rows: null, durationMs: null, bytesScanned: null }),
    )
    await stage.emit({
      type: 'plan-ready',
      title,
      explanation,
      steps: planned,
      cost: { ...cost, actual: null },
      columns: result?.columns,
    })
    for (const [index, step] of steps.entries()) {
      await stage.emit({ type: 'step-start', step: { ...planned[index]!, status: 'running' } })
      await pause(stage, stepMs)
      await stage.emit({ type: 'step-end', step })
    }
  }
  if (result) await stage.emit({ type: 'result-ready', result })
  for (const word of text.match(/\S+\s*/g) ?? []) {
    await pause(stage, wordMs)
    await stage.emit({ type: 'text-delta', text: word })
  }
  for (const warning of warnings) await stage.emit({ type: 'warning', warning })
  if (clarification) await stage.emit({ type: 'clarification', clarification })
  if (error) await stage.emit({ type: 'error', error })
  await stage.emit({ type: 'answer-end', answer })
  return answer
}

async function pause(stage: Stage, durationMs: number) {
  if (durationMs > 0) await stage.sleep(durationMs)
  else stage.signal.throwIfAborted()
}
