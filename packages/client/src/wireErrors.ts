import type { ErrorBody, ErrorCode } from '@lakefront/contract'
import {
  AccessError,
  type AnyLakefrontError,
  BudgetError,
  CancelledError,
  type ErrorDetails,
  GatewayFaultError,
  GatewayUnreachableError,
  HandleError,
  LakefrontError,
  MalformedReplyError,
  RequestError,
  SourceError,
  StatementError,
} from './errors.ts'

type WireError = ErrorBody['error']

/** The one place that turns an error on the wire into one of ours. A code from a newer gateway becomes a fault. */
export function errorFromWire(from: string, { code, retryAt, ...told }: WireError): AnyLakefrontError {
  const details: ErrorDetails = { ...told, retryAt: retryAt ? new Date(retryAt) : undefined }
  const { message } = told
  switch (code) {
    case 'unauthenticated':
    case 'forbidden':
      return new AccessError(code, details)
    case 'source-unavailable':
    case 'source-garbled':
    case 'source-timeout':
      return new SourceError(code, details)
    case 'statement-refused':
    case 'statement-failed':
      return new StatementError(code, details)
    case 'unknown-handle':
    case 'foreign-handle':
    case 'expired-handle':
      return new HandleError(code, details)
    case 'invalid-input':
    case 'unknown-source':
    case 'unknown-entity':
    case 'record-not-found':
    case 'record-changed':
    case 'result-limit':
    case 'unknown-request':
    case 'approval-closed':
      return new RequestError(code, details)
    case 'budget-exceeded':
    case 'approval-required':
    case 'cost-unknown':
      return new BudgetError(code, details)
    case 'store-unavailable':
      return new GatewayFaultError(details, code)
    case 'cancelled':
      return new CancelledError(details)
    case 'gateway-unreachable':
      return new GatewayUnreachableError({ url: from, cause: undefined })
    case 'malformed-reply':
      return new MalformedReplyError({ from, why: message })
    default:
      return new GatewayFaultError(details)
  }
}

/** Reads an {@link ErrorBody}, or says `undefined` when this is none. */
export function readErrorBody(value: unknown): WireError | undefined {
  const { error } = Object(value)
  const { code, message, retryable = false, source, retryAt, budget, approval } = Object(error)
  if (typeof code !== 'string' || typeof message !== 'string') return undefined
  return { code: code as ErrorCode, message, retryable: retryable === true, source, retryAt, budget, approval }
}

type CodesByStatus = Partial<Record<number, ErrorCode>>

const callCodes: CodesByStatus = { 401: 'unauthenticated', 403: 'forbidden' }

/** What a status means at the address of a result. */
export const resultCodes: CodesByStatus = {
  401: 'unauthenticated',
  403: 'foreign-handle',
  404: 'unknown-handle',
  410: 'expired-handle',
}

/** What an HTTP refusal means: its body when it has one of ours, else its status. Any other answer is no gateway's. */
export function errorFromHttp(url: string, status: number, text: string, codes = callCodes): AnyLakefrontError {
  const wire = readErrorBody(parseJson(text))
  if (wire) return errorFromWire(url, wire)
  const code = codes[status]
  if (code) return errorFromWire(url, { code, message: `The gateway answered ${status} at ${url}.`, retryable: false })
  return new GatewayUnreachableError({ url, cause: new Error(`HTTP status ${status}`) })
}

/** JSON, or `undefined` for anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Turns whatever the MCP client or `fetch` threw into one of ours. An abort by the caller wins over its consequences. */
export function errorFromThrown(url: string, error: unknown, signal: AbortSignal): AnyLakefrontError {
  if (LakefrontError.isInstance(error)) return error
  if (signal.aborted) return new CancelledError({ cause: error })

  const { name, code, message, data, cause } = Object(error)
  if (LakefrontError.isInstance(cause)) return cause
  if (typeof data?.status === 'number') return errorFromHttp(url, data.status, data.text ?? '')
  if (code === jsonRpcInvalidParams) return new RequestError('invalid-input', { message, cause: error })
  if (code === replyLostCode) return new GatewayUnreachableError({ url, cause: error })
  if (typeof code === 'number') return new GatewayFaultError({ message, cause: error })
  if (malformed.has(code) || name === 'SyntaxError' || name === 'ZodError') {
    return new MalformedReplyError({ from: url, why: message, cause: error })
  }
  return new GatewayUnreachableError({ url, cause: error })
}

const jsonRpcInvalidParams = -32_602

/** JSON-RPC code of a reply that was lost on the way. */
export const replyLostCode = -32_000

const malformed = new Set(['INVALID_RESULT', 'UNSUPPORTED_RESULT_TYPE', 'CLIENT_HTTP_UNEXPECTED_CONTENT'])
