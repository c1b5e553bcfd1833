import { randomUUID } from 'node:crypto'
import { answerEventsExtension } from '@lakefront/contract'
import type { ClientCapabilities, ElicitRequestFormParams } from '@modelcontextprotocol/server'
import type { Caller } from '../results/port.ts'
import { showsForms } from './forms/createForms.ts'
import { type AskOptions, createOlderForms } from './forms/createOlderForms.ts'

/**
 * Peers of the 2025 revisions say once what they can do, and cancel and answer by messages of their own. This gateway keeps
 * no sessions; what a peer said is in the session id that it sends back, and what runs is looked up by that id and the
 * request's.
 */
export type OlderPeers = {
  /** Looks at a request before it is served. Carries out cancellations; `true` for an answer, which nobody else waits for. */
  receive(message: unknown, request: Request, caller: Caller): boolean
  /** Gives the peer its session id after `initialize`. */
  greet(message: unknown, response: Response): Response
  /** Whether the peer declared our extension in its `initialize`. */
  wantsEvents(request: Request | undefined): boolean
  /** Whether the peer declared that it shows forms. */
  showsForms(request: Request | undefined): boolean
  /** A signal that a cancellation aborts; `done` forgets it. */
  track(
    requestId: string | number,
    request: Request | undefined,
    caller: Caller,
  ): { signal: AbortSignal; done(): void } | undefined
  /** Sends a form and waits for what comes back; `undefined` when nothing does. */
  ask(form: ElicitRequestFormParams, options: AskPeerOptions): Promise<unknown>
}

export type AskPeerOptions = Omit<AskOptions, 'peer'> & { request: Request | undefined; caller: Caller }

const header = 'mcp-session-id'
const eventsMark = 'events'
const formsMark = 'forms'

/** Serves peers of the 2025 revisions without sessions. */
export function createOlderPeers(): OlderPeers {
  const running = new Map<string, AbortController>()
  const forms = createOlderForms()
  const peerOf = (session: string, { tenantId, userId, agentId }: Caller) =>
    JSON.stringify([tenantId, userId, agentId ?? null, session])
  const keyOf = (requestId: unknown, session: string, caller: Caller) =>
    JSON.stringify([peerOf(session, caller), requestId])
  const declares = (request: Request | undefined, mark: string) =>
    request?.headers.get(header)?.split('.').includes(mark) ?? false

  return {
    receive(message, request, caller) {
      const session = request.headers.get(header)
      const { id, method, params, result } = asMessage(message)
      if (session === null) return false
      if (method === 'notifications/cancelled') running.get(keyOf(params?.requestId, session, caller))?.abort()
      return method === undefined && forms.answer(peerOf(session, caller), id, result)
    },
    greet(message, response) {
      const { method, params } = asMessage(message)
      if (method !== 'initialize' || !response.ok) return response
      const capabilities = params?.capabilities
      const marks = [
        ...(Object(capabilities?.extensions)[answerEventsExtension] === undefined ? [] : [eventsMark]),
        ...(showsForms(capabilities) ? [formsMark] : []),
      ]
      const headers = new Headers(response.headers)
      headers.set(header, [randomUUID(), ...marks].join('.'))
      return new Response(response.body, { status: response.status, headers })
    },
    wantsEvents: (request) => declares(request, eventsMark),
    showsForms: (request) => declares(request, formsMark),
    track(requestId, request, caller) {
      const session = request?.headers.get(header)
      if (!session) return undefined
      const key = keyOf(requestId, session, caller)
      const controller = new AbortController()
      running.set(key, controller)
      return { signal: controller.signal, done: () => running.delete(key) }
    },
    async ask(form, { request, caller, ...options }) {
      const session = request?.headers.get(header)
      return session ? forms.ask(form, { ...options, peer: peerOf(session, caller) }) : undefined
    },
  }
}

type Message = {
  id?: unknown
  method?: unknown
  result?: unknown
  params?: { requestId?: unknown; capabilities?: ClientCapabilities }
}

function asMessage(value: unknown): Message {
  return Object(value) as Message
}
