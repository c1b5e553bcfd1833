import type { AnswerEvent } from '@lakefront/contract'
import type { SourceProgress } from '../../sources/port.ts'

/** The event that tells how far a step has come. */
export type StepProgress = Extract<AnswerEvent, { type: 'step-progress' }>

/** Sources may tell more often than anybody can read. */
const everyMs = 250

/** Hands a source's progress on as events of a step, a few times a second, and at once when its state changes. */
export function tellProgress(stepId: string, emit: (event: StepProgress) => void): (progress: SourceProgress) => void {
  const startedAt = performance.now()
  let last = { state: '', elapsedMs: Number.NEGATIVE_INFINITY }
  return (progress) => {
    const elapsedMs = performance.now() - startedAt
    if (progress.state === last.state && elapsedMs - last.elapsedMs < everyMs) return
    last = { state: progress.state, elapsedMs }
    emit({ type: 'step-progress', stepId, elapsedMs, ...progress })
  }
}
