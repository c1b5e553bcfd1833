import type { Turn } from '@lakefront/react'

/** Whether the answer is still being worked out. */
export function isRunning({ status }: Pick<Turn, 'status'>): boolean {
  return status === 'asking' || status === 'planned' || status === 'running'
}

const problems = new Set<Turn['status']>(['unavailable', 'refused', 'failed', 'cancelled', 'interrupted'])

/** Whether the turn ended without an answer, so that it needs a sentence of its own. */
export function isProblem({ status, clarification }: Pick<Turn, 'status' | 'clarification'>): boolean {
  return problems.has(status) || (status === 'clarification' && !clarification)
}
