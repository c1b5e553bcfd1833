import type { Turn } from '@lakefront/react'

/** Whether the answer is still being worked out. */
export function isRunning({ status }: Pick<Turn, 'status'>): boolean {
  return status === 'asking' || status === 'planned' || status === 'running'
}

/** Whether the turn ended without an answer, so that it needs a sentence of its own. */
export function isProblem({ status }: Pick<Turn, 'status'>): boolean {
  return status === 'unavailable' || status === 'refused' || status === 'failed' || status === 'cancelled'
}
