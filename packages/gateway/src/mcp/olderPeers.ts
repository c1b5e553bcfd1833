import { randomUUID } from 'node:crypto'
import { answerEventsExtension } from '@lakefront/contract'
import type { Caller } from '../results/port.ts'

/**
 * Peers of the 2025 revisions say once what they can do, and cancel by a message of its own. This gateway keeps no
 * sessions; what a peer said is in the session id that it sends back, and what runs is looked up by that id and the
 * request's.
 */
export type OlderPeers = {
  /** Looks at a request before it is served: carries out cancellations. */
  receive(message: unknown, request: Request, caller: Caller): void
  /** Gives the peer its session id after `initialize`. */
  greet(message: unknown, response: Response): Response
  /** Whether the peer declared our extension in its `initialize`. */
  wantsEvents(request: Request | undefined): boolean
  /** A signal that a cancellation aborts; `done` forgets it. */
  track(
    requestId: string | number,
    request: Request | undefined,
    caller: Caller,
  ): { signal: AbortSignal; done(): void } | undefined
}

const header = 'mcp-session-id'
const eventsSuffix = '.events'

/** Serves peers of the 2025 revisions without sessions. */
export function createOlderPeers(): OlderPeers {
  const running = new Map<string, AbortController>()
  const keyOf = (requestId: unknown, session: string, { tenantId, userId }: Caller) =>
    JSON.stringify([tenantId, userId, session, requestId])

  return {
    receive(message, request, caller) {
      const session = request.headers.get(header)
      const { method, params } = asMessage(message)
      if (session === null || method !== 'notifications/cancelled') return
      running.get(keyOf(params?.requestId, session, caller))?.abort()
    },
    greet(message, response) {
      const { method, params } = asMessage(message)
      if (method !== 'initialize' || !response.ok) return response
      const declares = Object(params?.capabilities?.extensions)[answerEventsExtension] !== undefined
      const headers = new Headers(response.headers)
      headers.set(header, `${randomUUID()}${declares ? eventsSuffix : ''}`)
      return new Response(response.body, { status: response.status, headers })
    },
    wantsEvents: (request) => request?.headers.get(header)?.endsWith(eventsSuffix) ?? false,
    track(requestId, request, caller) {
      const session = request?.headers.get(header)
      if (!session) return undefined
      const key = keyOf(requestId, session, caller)
      const controller = new AbortController()
      running.set(key, controller)
      return { signal: controller.signal, done: () => running.delete(key) }
    },
  }
}

type Message = {
  method?: unknown
  params?: { requestId?: unknown; capabilities?: { extensions?: unknown } }
}

function asMessage(value: unknown): Message {
  return Object(value) as Message
}
