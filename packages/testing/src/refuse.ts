import type { ErrorBody, ErrorCode } from '@lakefront/contract'

/** A refusal over HTTP, as the gateway writes it. */
export function refuse(status: number, code: ErrorCode, message: string): Response {
  const body: ErrorBody = { error: { code, message, retryable: false } }
  const headers: HeadersInit = status === 401 ? { 'www-authenticate': 'Bearer' } : {}
  return Response.json(body, { status, headers })
}
