import type { Turn } from '@lakefront/react'
import type { Messages } from '../../messages/types.ts'

/** Title and sentence for a turn that ended without an answer. */
export function problemText(
  { status, error, text }: Turn,
  messages: Messages,
): readonly [title: string, detail: string] {
  if (status === 'cancelled') return [messages.cancelled, messages.cancelledHint]
  if (status === 'interrupted') return [messages.interrupted, messages.interruptedHint]
  if (status === 'clarification') return [messages.notUnderstood, messages.choicesNotKept]
  const detail = (error && (messages.errors[error.code] ?? error.message)) ?? ''
  if (status === 'refused') return [messages.refused, text || detail]
  return [status === 'unavailable' ? messages.unavailable : messages.failed, detail]
}
