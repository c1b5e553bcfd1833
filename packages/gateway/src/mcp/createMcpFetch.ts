import { randomUUID } from 'node:crypto'
import { callNameMetaKey, type ToolName } from '@lakefront/contract'
import { createMcpHandler, McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import { maxRequestBodySize } from '../http/maxRequestBodySize.ts'
import type { Caller } from '../results/port.ts'
import type { Rooms } from '../rooms.ts'
import { callerOf } from './callerOf.ts'
import { callTool, isToolName } from './callTool.ts'
import { askAndWait } from './forms/askAndWait.ts'
import { createForms, type Forms, formTimeoutMs } from './forms/createForms.ts'
import { createNamedCalls, type NamedCalls } from './namedCalls.ts'
import { createOlderPeers, type FormRequest, type OlderPeers } from './olderPeers.ts'
import { createEventSender } from './sendEvents.ts'
import { offeredTools } from './toolList.ts'

export type McpFetch = {
  fetch(request: Request, caller: Caller): Promise<Response>
  /** Stops the call that its caller has given this name, and its result. */
  stopCall(callId: string, caller: Caller): void
  close(): Promise<void>
}

const serverInfo = { name: 'lakefront', title: 'Lakefront', version: '0.0.0' }

const instructions =
  'Answers questions about a company from its lakehouse, CRM and ERP, live. Start with ask; it asks back when a word is ' +
  'unclear. describe_catalog lists what there is. Every figure says where it came from and when it was read.'

/** The MCP endpoint, for peers of every revision from 2024-11-05 to 2026-07-28. */
export function createMcpFetch(rooms: Rooms, { onFault }: { onFault(error: unknown): void }): McpFetch {
  const olderPeers = createOlderPeers()
  const namedCalls = createNamedCalls()
  const forms = createForms(rooms.config)
  const handler = createMcpHandler(
    ({ era }) => createServer({ rooms, olderPeers, namedCalls, forms, isLegacy: era === 'legacy', onFault }),
    { maxRequestBodySize },
  )
  return {
    async fetch(request, caller) {
      const authInfo = { token: '', clientId: caller.userId, scopes: [...caller.roles], extra: { caller } }
      if (isNewer(request)) return handler.fetch(request, { authInfo })
      const message = await peek(request)
      if (olderPeers.receive(message, request, caller)) return new Response(null, { status: 202 })
      return olderPeers.greet(message, await handler.fetch(request, { authInfo }))
    },
    stopCall: namedCalls.stop,
    close: handler.close,
  }
}

type ServerOptions = {
  rooms: Rooms
  olderPeers: OlderPeers
  namedCalls: NamedCalls
  forms: Forms
  isLegacy: boolean
  onFault(error: unknown): void
}

/** Built anew for each request, so it must cost next to nothing. */
function createServer({ rooms, olderPeers, namedCalls, forms, isLegacy, onFault }: ServerOptions): McpServer {
  const requestState = { verify: forms.verify }
  const mcp = new McpServer(serverInfo, { capabilities: { tools: {} }, instructions, requestState })
  mcp.server.setRequestHandler('tools/list', () => ({ tools: offeredTools(rooms) }))
  mcp.server.setRequestHandler('tools/call', async ({ params }, context) => {
    const { name: toolName } = params
    if (!isToolName(toolName)) throw unknownTool(toolName, rooms)
    const caller = callerOf(context)
    const request = context.http?.req
    const tracked = isLegacy ? olderPeers.track(context.mcpReq.id, request, caller) : undefined
    const name = params._meta?.[callNameMetaKey]
    const named = typeof name === 'string' ? namedCalls.signalOf(name, caller) : undefined
    const lost = AbortSignal.any([request?.signal, named].filter((signal) => signal !== undefined))
    const signals = [context.mcpReq.signal, lost, tracked?.signal].filter((signal) => signal !== undefined)
    const origin = new URL(request?.url ?? 'http://localhost').origin
    const emit = createEventSender(context, isLegacy && olderPeers.wantsEvents(request))
    const signal = AbortSignal.any(signals)
    const arrived = { requestId: context.mcpReq.id, meta: params._meta, request }
    const call = (tool: ToolName, input: unknown) => {
      const callId = randomUUID()
      return rooms.telemetry.traceCall({ callId, tool, input, caller, ...arrived }, () =>
        callTool(tool, input, {
          context: { rooms, callId, caller, signal, emit, onFault },
          isLegacy,
          origin,
          onResult: ({ url }) => onceAborted(lost, () => rooms.results.stop(new Request(new URL(url, origin)), caller)),
        }),
      )
    }
    const formCall = { name: toolName, input: params.arguments, call }
    const send = (message: FormRequest) => mcp.server.transport!.send(message, { relatedRequestId: context.mcpReq.id })
    try {
      if (!isLegacy) return await forms.askAndEnd(formCall, context)
      if (!olderPeers.showsForms(request)) return await call(toolName, params.arguments)
      const waiting = AbortSignal.any([signal, AbortSignal.timeout(formTimeoutMs)])
      return await askAndWait(formCall, (form) => olderPeers.ask(form, { request, caller, signal: waiting, send }))
    } finally {
      tracked?.done()
    }
  })
  return mcp
}

/** A result lives on after its reply; one whose reply nobody takes must not. */
function onceAborted(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act()
  else signal.addEventListener('abort', act, { once: true })
}

function unknownTool(name: string, rooms: Rooms): ProtocolError {
  const known = offeredTools(rooms)
    .map((tool) => tool.name)
    .join(', ')
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}. There are: ${known}.`)
}

/** Revisions are dates, so they compare as text. */
function isNewer(request: Request): boolean {
  return (request.headers.get('mcp-protocol-version') ?? '') >= '2026'
}

/** Reads a copy of the message; what cannot be read is left for the handler to refuse. */
async function peek(request: Request): Promise<unknown> {
  const isSmall = Number(request.headers.get('content-length') ?? 0) <= maxRequestBodySize
  if (request.method !== 'POST' || !isSmall) return undefined
  return request
    .clone()
    .json()
    .catch(() => undefined)
}
