import type { Step } from '@lakefront/contract'
import type { RowBatch } from '../../arrow/port.ts'
import type { RowStream } from '../../results/port.ts'
import type { Source } from '../../sources/port.ts'
import type { QueryPlan } from '../port.ts'
import { runComposed } from './runComposed.ts'
import { type StartedStep, startStep } from './runStep.ts'
import type { StepProgress } from './tellProgress.ts'

export type RunPlanOptions = {
  sources: ReadonlyMap<string, Source>
  /** Aborting it stops every source. */
  signal: AbortSignal
  /** Told whenever a step starts, ends, fails or is skipped. */
  onStep?: ((step: Step) => void) | undefined
  /** Told how far a step has come, by sources that say so. */
  onProgress?: ((progress: StepProgress) => void) | undefined
  /** Most rows of the answer. */
  maxRows?: number | undefined
}

export type PlanRun = {
  stream: RowStream
  /** The steps as they are now. */
  steps(): readonly Step[]
}

/**
 * Runs a plan: all steps that can at once, those that need keys of another after it, then the join. Resolves when the
 * answer's first rows can be read.
 *
 * @throws {GatewayError} of the first step that failed and that the answer needs.
 */
export async function runPlan(plan: QueryPlan, options: RunPlanOptions): Promise<PlanRun> {
  const { sources, signal, maxRows, onStep = () => undefined, onProgress = () => undefined } = options
  const known = new Map<string, Step>()
  const context = {
    plan,
    sources,
    signal,
    onProgress,
    onStep(step: Step) {
      known.set(step.id, step)
      onStep(step)
    },
  }
  const [only] = plan.steps
  const stream =
    plan.compose || !only
      ? await runComposed(plan, context, maxRows)
      : streamOf(await startStep(only, context, undefined, maxRows))
  return { stream, steps: () => [...known.values()] }
}

/** One step is the answer: its batches pass through, and its end is told when they have ended. */
function streamOf({ result, finish, fail }: StartedStep): RowStream {
  async function* batches(): AsyncGenerator<RowBatch, void, void> {
    let rows = 0
    try {
      for await (const batch of result.batches) {
        rows += batch.rowCount
        yield batch
      }
    } catch (error) {
      throw fail(error)
    }
    finish(rows)
  }
  return { columns: result.columns, batches: batches(), truncated: result.truncated, chart: result.chart }
}
