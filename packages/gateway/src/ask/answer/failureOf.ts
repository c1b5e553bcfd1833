import type { Answer, AnswerStatus } from '@lakefront/contract'
import { type GatewayError, toGatewayError } from '../../errors.ts'
import type { ToolContext } from '../../tools/tool.ts'

/** Statuses for what can be thrown on the way to an answer. */
const statuses: Partial<Record<GatewayError['code'], AnswerStatus>> = {
  cancelled: 'cancelled',
  'source-unavailable': 'unavailable',
  'source-timeout': 'unavailable',
  'budget-exceeded': 'refused',
  'approval-required': 'refused',
  'cost-unknown': 'refused',
  'store-unavailable': 'unavailable',
}

/** What an answer says of a fault. */
export function failureOf(thrown: unknown, { emit, signal, onFault }: ToolContext): Partial<Answer> {
  const error = toGatewayError(thrown)
  if (error.code === 'internal' && !signal.aborted) onFault(thrown)
  // Sources word an abort in their own ways; what the caller did is known here.
  const status = signal.aborted ? 'cancelled' : (statuses[error.code] ?? 'failed')
  const { code, message, retryable, source, retryAt, budget, approval } = error
  if (code === 'approval-required' && approval) {
    emit({ type: 'approval-requested', request: approval })
    return { status: 'approval-required', text: message, approval }
  }
  const told = {
    code,
    message,
    retryable,
    ...(source !== undefined && { source }),
    ...(retryAt && { retryAt: retryAt.toISOString() }),
    ...(budget && { budget }),
  }
  emit({ type: 'error', error: told })
  return { status, text: status === 'cancelled' ? 'Stopped.' : message, error: told }
}
