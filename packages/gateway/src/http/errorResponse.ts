import type { ErrorCode } from '@lakefront/contract'
import { GatewayError, toGatewayError } from '../errors.ts'

const statuses: Partial<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'foreign-handle': 403,
  'invalid-input': 400,
  'unknown-handle': 404,
  'unknown-entity': 404,
  'unknown-source': 404,
  'record-not-found': 404,
  'unknown-request': 404,
  'approval-closed': 409,
  'record-changed': 409,
  'expired-handle': 410,
  cancelled: 499,
  'budget-exceeded': 402,
  'approval-required': 402,
  'cost-unknown': 402,
  'store-unavailable': 503,
  'source-unavailable': 503,
  'source-garbled': 502,
  'source-timeout': 504,
}

/** Answers with what was thrown, as the contract's `ErrorBody`. */
export function errorResponse(thrown: unknown): Response {
  const error = toGatewayError(thrown)
  const response = Response.json(error.toBody(), { status: statuses[error.code] ?? 500 })
  response.headers.set('cache-control', 'no-store')
  if (error.code === 'unauthenticated') response.headers.set('www-authenticate', challenge(error))
  return response
}

/** RFC 6750: no error code when the request had no token at all, so that a client knows to simply send one. */
function challenge({ message, cause }: GatewayError): string {
  const why = cause === undefined ? '' : `, error="invalid_token", error_description="${message}"`
  return `Bearer realm="lakefront"${why}`
}

/** Nothing lives at this address. */
export function notFound(path: string): Response {
  return Response.json(bodyOf('invalid-input', `There is nothing at ${path}. The gateway answers at /mcp.`), {
    status: 404,
  })
}

/** This address is there, but not for this method. */
export function methodNotAllowed(allow: string): Response {
  return Response.json(bodyOf('invalid-input', `Only ${allow} is allowed here.`), { status: 405, headers: { allow } })
}

function bodyOf(code: ErrorCode, message: string) {
  return new GatewayError({ code, message }).toBody()
}
