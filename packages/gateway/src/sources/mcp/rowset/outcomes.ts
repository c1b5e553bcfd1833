type Json = Record<string, unknown>

/** What a result says went wrong, in one of the ways that servers say it. */
export function failureOf(value: unknown): { message: string; code?: string | undefined } | undefined {
  if (!isRecord(value)) return undefined
  const state = stateOf(value)
  const isFailure =
    value.success === false || ['FAILED', 'CANCELED', 'CLOSED', 'ERROR'].includes(state) || isErrorBody(value)
  if (!isFailure) return undefined
  const detail = [value.error, recordOf(value.status)?.error, value.message].find((part) => part !== undefined)
  const message = isRecord(detail) ? detail.message : detail
  const code = isRecord(detail) && typeof detail.code === 'string' ? detail.code : undefined
  return { message: typeof message === 'string' ? message : `The statement ended as ${state || 'failed'}.`, code }
}

/** A statement that still runs, or that waits for its warehouse to start. */
export function pendingOf(value: unknown): { statementId: string; state: 'waking' | 'running' } | undefined {
  if (!isRecord(value) || typeof value.statement_id !== 'string') return undefined
  const statementId = value.statement_id
  const told = stateOf(value)
  if (told === 'PENDING') return { statementId, state: 'waking' }
  return told === 'RUNNING' ? { statementId, state: 'running' } : undefined
}

function stateOf(value: Json): string {
  const state = recordOf(value.status)?.state ?? value.status
  return typeof state === 'string' ? state.toUpperCase() : ''
}

function isErrorBody({ error, columns, rows, data, result }: Json): boolean {
  const hasRows = [columns, rows, data, result].some((part) => part !== undefined)
  return !hasRows && (typeof error === 'string' || isRecord(error))
}

function recordOf(value: unknown): Json | undefined {
  return isRecord(value) ? value : undefined
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
