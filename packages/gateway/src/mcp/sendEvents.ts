import { type AnswerEvent, answerEventMetaKey, answerEventsExtension } from '@lakefront/contract'
import { CLIENT_CAPABILITIES_META_KEY, type ClientCapabilities, type ServerContext } from '@modelcontextprotocol/server'

/**
 * Sends answer events as progress notifications to a peer that sent a progress token: whole to those that declare our
 * extension, as a sentence to the others.
 *
 * @param isDeclared - Whether the peer declared the extension when it connected; newer peers say it with each request.
 */
export function createEventSender(context: ServerContext, isDeclared: boolean): (event: AnswerEvent) => void {
  const { _meta: meta, envelope, notify } = context.mcpReq
  const progressToken = meta?.progressToken
  if (progressToken === undefined) return () => {}
  const isWanted = isDeclared || isDeclaredIn(envelope)
  let progress = 0
  return (event) => {
    const message = toSentence(event)
    if (!isWanted && message === undefined) return
    progress += 1
    const params = {
      progressToken,
      progress,
      ...(message !== undefined && { message }),
      ...(isWanted && { _meta: { [answerEventMetaKey]: event } }),
    }
    // A peer that hung up is noticed by the signal; an event that it misses changes nothing.
    notify({ method: 'notifications/progress', params }).catch(() => {})
  }
}

/** The library leaves the envelope's type empty. */
function isDeclaredIn(envelope: ServerContext['mcpReq']['envelope']): boolean {
  const { [CLIENT_CAPABILITIES_META_KEY]: capabilities } = Object(envelope) as Record<string, ClientCapabilities>
  return capabilities?.extensions?.[answerEventsExtension] !== undefined
}

function toSentence(event: AnswerEvent): string | undefined {
  switch (event.type) {
    case 'plan-ready':
      return event.explanation
    case 'step-start':
      return `${event.step.sourceTitle}: ${event.step.purpose}`
    case 'step-progress':
      return event.message
    case 'step-end':
      return `${event.step.sourceTitle}: ${event.step.error ?? `${event.step.rows ?? 0} rows`}`
    case 'warning':
      return event.warning.message
    default:
      return undefined
  }
}
