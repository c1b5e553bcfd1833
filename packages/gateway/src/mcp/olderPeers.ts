import { randomUUID } from 'node:crypto'
import { answerEventsExtension } from '@lakefront/contract'
import type { ClientCapabilities, ElicitRequestFormParams } from '@modelcontextprotocol/server'
import type { Caller } from '../results/port.ts'
import { showsForms } from './forms/createForms.ts'

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
  ask(form: ElicitRequestFormParams, options: AskOptions): Promise<unknown>
}

export type AskOptions = {
  request: Request | undefined
  caller: Caller
  /** Ends the waiting. */
  signal: AbortSignal
  send(message: FormRequest): Promise<void>
}

export type FormRequest = {
  jsonrpc: '2.0'
  id: string
  method: 'elicitation/create'
  params: ElicitRequestFormParams
}

const header = 'mcp-session-id'
const eventsMark = 'events'
const formsMark = 'forms'

/** Serves peers of the 2025 revisions without sessions. */
export function createOlderPeers(): OlderPeers {
  const running = new Map<string, AbortController>()
  const asked = new Map<string, (result: unknown) => void>()
  const keyOf = (requestId: unknown, session: string, { tenantId, userId }: Caller) =>
    JSON.stringify([tenantId, userId, session, requestId])
  const declares = (request: Request | undefined, mark: string) =>
    request?.headers.get(header)?.split('.').includes(mark) ?? false

  return {
    receive(message, request, caller) {
      const session = request.headers.get(header)
      const { id, method, params, result } = asMessage(message)
      if (session === null) return false
      if (method === 'notifications/cancelled') running.get(keyOf(params?.requestId, session, caller))?.abort()
      const answer = method === undefined ? asked.get(keyOf(id, session, caller)) : undefined
      answer?.(result)
      return answer !== undefined
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
    async ask(form, { request, caller, signal, send }) {
      const session = request?.headers.get(header)
      if (!session) return undefined
      // A name of its own: servers that count from zero for each call would ask two things under one.
      const id = randomUUID()
      const key = keyOf(id, session, caller)
      const { promise, resolve } = Promise.withResolvers<unknown>()
      const giveUp = () => resolve(undefined)
      asked.set(key, resolve)
      signal.addEventListener('abort', giveUp)
      try {
        // A peer that is gone shows no form.
        send({ jsonrpc: '2.0', id, method: 'elicitation/create', params: form }).catch(giveUp)
        if (signal.aborted) giveUp()
        return await promise
      } finally {
        asked.delete(key)
        signal.removeEventListener('abort', giveUp)
      }
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
