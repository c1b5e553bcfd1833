import { createMcpHandler } from '@modelcontextprotocol/server'
import { maxRequestBodySize } from '../http/maxRequestBodySize.ts'
import type { Caller } from '../results/port.ts'
import type { Rooms } from '../rooms.ts'
import { createServer } from './createServer.ts'
import { createForms } from './forms/createForms.ts'
import { createNamedCalls } from './namedCalls.ts'
import { createOlderPeers } from './olderPeers.ts'

export type McpFetch = {
  fetch(request: Request, caller: Caller): Promise<Response>
  /** Stops the call that its caller has given this name, and its result. */
  stopCall(callId: string, caller: Caller): void
  close(): Promise<void>
}

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
