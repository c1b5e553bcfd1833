import type { Step, StepProgress, Turn } from '@lakefront/react'

export type RunningStep = { step: Step; progress: StepProgress | undefined }

/** The steps that run now, with what their sources tell of them. */
export function runningSteps({ steps, progress }: Pick<Turn, 'steps' | 'progress'>): readonly RunningStep[] {
  return steps.filter(({ status }) => status === 'running').map((step) => ({ step, progress: progress?.[step.id] }))
}

/** The share of the work that is done, of the step that has furthest to go; `undefined` when no source tells. */
export function shareDone(running: readonly RunningStep[]): number | undefined {
  const shares = running.flatMap(({ progress }) => progress?.fraction ?? [])
  return shares.length === 0 ? undefined : Math.min(...shares)
}
