import { randomUUID } from 'node:crypto'
import { noRecorder } from './audit/record/createRecorder.ts'
import { createAuthenticate } from './auth/createAuthenticate.ts'
import { parseConfig } from './config/parseConfig.ts'
import type { LakefrontConfig } from './config/types.ts'
import { withCors } from './http/cors.ts'
import { errorResponse, methodNotAllowed, notFound } from './http/errorResponse.ts'
import { createHealth } from './http/health.ts'
import { createMcpFetch } from './mcp/createMcpFetch.ts'
import { openRooms } from './openRooms.ts'
import { exportResponse, isExport } from './results/export/exportResponse.ts'
import type { Caller } from './results/port.ts'

/** A running gateway: one web-standard handler. Mounting it is the host's one line. */
export type Gateway = {
  /** Serves `/mcp`, `/results/*`, `/calls/*` and `/health`. Never throws. */
  fetch(request: Request): Promise<Response>
  /** Stops every statement that runs, and the processes that the gateway started. */
  close(): Promise<void>
}

export type CreateGatewayOptions = {
  /** Told of faults that are bugs of ours; they reach the wire as `internal` only. Default: standard error. */
  onFault?: ((error: unknown) => void) | undefined
}

/**
 * Opens every room and returns the handler. A source that is down does not stop it; a configuration that cannot be right does.
 *
 * @throws {ConfigError} that lists every problem of the configuration.
 */
export async function createGateway(
  config: LakefrontConfig,
  { onFault = console.error }: CreateGatewayOptions = {},
): Promise<Gateway> {
  const rooms = await openRooms(parseConfig(config), { onFault })
  const authenticate = createAuthenticate(rooms.config.authentication)
  const health = createHealth(rooms)
  const recorder = rooms.audit?.recorder ?? noRecorder
  const mcp = createMcpFetch(rooms, { onFault })

  /** A file leaves the gateway's reach, so that its making is on the record like an answer. */
  function exportFile(request: Request, caller: Caller): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    const input = { handle: pathname.split('/')[2], format: searchParams.get('format') ?? '' }
    const call = { callId: randomUUID(), tool: 'export_result', input, caller, isAnswer: false }
    return recorder.record(call, () => exportResponse(request, caller, rooms.results))
  }

  function stopCall(request: Request, caller: Caller): Response {
    if (request.method !== 'DELETE') return methodNotAllowed('DELETE')
    mcp.stopCall(new URL(request.url).pathname.split('/')[2] ?? '', caller)
    return new Response(null, { status: 204 })
  }

  async function route(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/health') return health()
    if (pathname === '/mcp') return mcp.fetch(request, await authenticate(request))
    if (!/^\/(results|calls)\//.test(pathname)) return notFound(pathname)
    const caller = await authenticate(request)
    if (pathname.startsWith('/calls/')) return stopCall(request, caller)
    const { traceStream } = rooms.telemetry
    if (request.method === 'GET' && isExport(request)) {
      return traceStream(request, '/results/{handle}/export', () => exportFile(request, caller))
    }
    if (request.method === 'GET') {
      return traceStream(request, '/results/{handle}', () => rooms.results.stream(request, caller))
    }
    if (request.method !== 'DELETE') return methodNotAllowed('GET, DELETE')
    rooms.results.stop(request, caller)
    return new Response(null, { status: 204 })
  }

  return {
    fetch: withCors((request) => route(request).catch(errorResponse), rooms.config.allowedOrigins ?? []),
    async close() {
      await mcp.close()
      await rooms.results.close()
      await Promise.allSettled([...rooms.sources.values()].map((source) => source.close()))
      await rooms.approvals?.close()
      await rooms.budget.close()
      await rooms.calibration.close()
      await rooms.audit?.close()
      await rooms.store?.close()
      await rooms.telemetry.close()
    },
  }
}
