import { createMcpHandler, isLegacyRequest } from '@modelcontextprotocol/server'
import { type Clock, realClock } from './clock.ts'
import { refuse } from './refuse.ts'
import type { Script, ScriptedCall } from './script.ts'
import { createScriptedResults } from './scriptedResults.ts'
import { createScriptedServer } from './scriptedServer.ts'

export type ScriptedGatewayOptions = {
  /** Default `http://gateway.test/mcp`. */
  gatewayUrl?: string | undefined
  /** What `sleep` in scripts waits by. Default: the machine's clock. */
  clock?: Clock | undefined
  /** Says which bearer tokens are let in. Default: every request, with or without one. */
  accepts?: ((token: string | undefined) => boolean) | undefined
  /** `2025` plays a gateway that speaks the older protocol only. */
  era?: '2025' | '2026' | undefined
}

export type ScriptedGateway = {
  readonly gatewayUrl: string
  /** Answers requests in memory; pass it to `createClient`. */
  readonly fetch: typeof fetch
  /** Every call of a tool, in order. */
  readonly calls: readonly ScriptedCall[]
  /** Every reading of a result, in order: the address's query included. */
  readonly resultRequests: readonly URL[]
  /** Handles of the results that were stopped, in order. */
  readonly stoppedResults: readonly string[]
  close(): Promise<void>
}

/** A real MCP server in memory whose tools do what a script says: answers, events, delays, streams and faults. */
export function scriptedGateway(script: Script, options: ScriptedGatewayOptions = {}): ScriptedGateway {
  const { gatewayUrl = 'http://gateway.test/mcp', clock = realClock, accepts = () => true, era = '2026' } = options
  const calls: ScriptedCall[] = []
  const results = createScriptedResults(clock)
  const mcp = createMcpHandler(() => createScriptedServer({ script, clock, calls, results }))

  async function answer(request: Request): Promise<Response> {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '')
    if (!accepts(token)) return refuse(401, 'unauthenticated', 'Sign in to ask.')
    if (new URL(request.url).pathname.startsWith('/results/')) return results.respond(request)
    if (era === '2025' && !(await isLegacyRequest(request.clone()))) {
      return new Response('Bad Request: Unsupported protocol version', { status: 400 })
    }
    return mcp.fetch(request)
  }

  return {
    gatewayUrl,
    calls,
    resultRequests: results.requests,
    stoppedResults: results.stopped,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      request.signal.throwIfAborted()
      return hangUpWith(request.signal, await untilAborted(request.signal, answer(request)))
    },
    close: () => mcp.close(),
  }
}

/** A network would break both ends of a connection; in memory that has to be done by hand. */
function hangUpWith(signal: AbortSignal, response: Response): Response {
  if (!response.body) return response
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(new TransformStream(), { signal }), { status, statusText, headers })
}

function untilAborted<value>(signal: AbortSignal, promise: Promise<value>): Promise<value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    promise.then(resolve, reject)
  })
}
