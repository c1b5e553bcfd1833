import type { ApprovalRequest, BudgetRefusal } from './types.ts'

/**
 * Every code that the gateway puts on the wire or the client throws, with whether the same request could succeed later.
 * Adding one is a minor release, renaming one a major.
 */
export const errorCodes = {
  unauthenticated: { retryable: false },
  forbidden: { retryable: false },
  'invalid-input': { retryable: false },
  'unknown-source': { retryable: false },
  'unknown-entity': { retryable: false },
  'record-not-found': { retryable: false },
  'unknown-handle': { retryable: false },
  'foreign-handle': { retryable: false },
  'expired-handle': { retryable: false },
  'statement-refused': { retryable: false },
  'statement-failed': { retryable: false },
  'source-unavailable': { retryable: true },
  'source-garbled': { retryable: true },
  'source-timeout': { retryable: true },
  'result-limit': { retryable: false },
  'budget-exceeded': { retryable: false },
  'approval-required': { retryable: false },
  'approval-closed': { retryable: false },
  'unknown-request': { retryable: false },
  'record-changed': { retryable: false },
  'cost-unknown': { retryable: false },
  'store-unavailable': { retryable: true },
  cancelled: { retryable: true },
  'gateway-unreachable': { retryable: true },
  'malformed-reply': { retryable: false },
  internal: { retryable: false },
} as const satisfies Record<string, { retryable: boolean }>

export type ErrorCode = keyof typeof errorCodes

/** The body of every refusal over HTTP, and the `structuredContent` of a tool result with `isError`. */
export type ErrorBody = {
  error: {
    code: ErrorCode
    message: string
    retryable: boolean
    source?: string | undefined
    /** When the gateway will try the source again, ISO 8601. */
    retryAt?: string | undefined
    /** The budget that stood in the way. Nothing was run. */
    budget?: BudgetRefusal | undefined
    /** Who has to agree first, with `approval-required`. Call again with its id once that has happened. */
    approval?: ApprovalRequest | undefined
  }
}
