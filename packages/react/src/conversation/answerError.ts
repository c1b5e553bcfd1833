import { LakefrontError } from '@lakefront/client'
import type { AnswerError } from '@lakefront/contract'

/** An error as the contract writes it in an answer, so that a turn has one kind of error wherever it came from. */
export function toAnswerError(error: unknown): AnswerError {
  if (!LakefrontError.isInstance(error)) return { code: 'internal', message: 'Something went wrong.', retryable: false }
  const { code, message, retryable } = error
  if (error.name !== 'SourceError') return { code, message, retryable }
  return { code, message, retryable, source: error.source, retryAt: error.retryAt?.toISOString() }
}
