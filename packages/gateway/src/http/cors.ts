import { exportHeaders } from '@lakefront/contract'
import { GatewayError } from '../errors.ts'
import { errorResponse } from './errorResponse.ts'

/** Browsers name each header in the preflight; MCP needs these, and a wildcard does not cover `authorization`. */
const allowedHeaders = [
  'accept',
  'authorization',
  'content-type',
  'last-event-id',
  'mcp-method',
  'mcp-name',
  'mcp-protocol-version',
  'mcp-session-id',
  'traceparent',
  'tracestate',
]

const exposedHeaders = [
  'content-disposition',
  'content-length',
  'mcp-session-id',
  'retry-after',
  'www-authenticate',
  ...Object.values(exportHeaders),
]

type Handler = (request: Request) => Promise<Response>

/**
 * Lets pages of the allowed origins in and turns other pages away. A request without `Origin` is no page's. Refusing here,
 * not only leaving the headers out, is what stops a page that rebinds its own name to a local gateway.
 */
export function withCors(handler: Handler, allowedOrigins: readonly string[]): Handler {
  return async (request) => {
    const origin = request.headers.get('origin')
    if (origin === null) return handler(request)
    if (origin !== new URL(request.url).origin && !allowedOrigins.includes(origin)) {
      return errorResponse(
        new GatewayError({ code: 'forbidden', message: `Pages of ${origin} may not call this gateway.` }),
      )
    }
    const response = request.method === 'OPTIONS' ? new Response(null, { status: 204 }) : await handler(request)
    return addCorsHeaders(response, origin, request)
  }
}

function addCorsHeaders(response: Response, origin: string, request: Request): Response {
  const headers = new Headers(response.headers)
  headers.set('access-control-allow-origin', origin)
  headers.append('vary', 'origin')
  headers.set('access-control-expose-headers', exposedHeaders.join(', '))
  if (request.method === 'OPTIONS') {
    headers.set('access-control-allow-methods', 'GET, POST, DELETE')
    headers.set('access-control-allow-headers', allowedHeaders.join(', '))
    headers.set('access-control-max-age', '7200')
  }
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
