import type { ApprovalRequest, BudgetRefusal, ErrorCode } from '@lakefront/contract'

const brand = Symbol.for('lakefront.error')

export type ErrorDetails = {
  message: string
  /** Defaults to what the code usually means. */
  retryable?: boolean | undefined
  /** Source id from the gateway's configuration. */
  source?: string | undefined
  /** When the gateway will try the source again. */
  retryAt?: Date | undefined
  /** The budget that stood in the way. */
  budget?: BudgetRefusal | undefined
  /** Who has to agree first. */
  approval?: ApprovalRequest | undefined
  cause?: unknown
}

/** Root of every error this SDK throws on purpose. Anything else that escapes is a bug of ours. */
export abstract class LakefrontError extends Error {
  /** Stable and documented. Adding one is a minor release; renaming one is a major. */
  abstract readonly code: ErrorCode
  /** Whether asking again, unchanged, could succeed. */
  abstract readonly retryable: boolean
  readonly [brand] = true

  /** Like `instanceof`, but still true when a page has loaded two copies of the SDK. */
  static isInstance(value: unknown): value is AnyLakefrontError {
    return typeof value === 'object' && value !== null && brand in value
  }
}

/** Stopped by the caller, or by the gateway on the caller's behalf. */
export class CancelledError extends LakefrontError {
  override readonly name = 'CancelledError'
  readonly code = 'cancelled'
  readonly retryable = true

  constructor({ message, cause }: Partial<ErrorDetails> = {}) {
    super(message ?? 'The request was cancelled.', { cause })
  }
}

/** No reply: the network failed, or the gateway is down. */
export class GatewayUnreachableError extends LakefrontError {
  override readonly name = 'GatewayUnreachableError'
  readonly code = 'gateway-unreachable'
  readonly retryable = true

  constructor({ url, cause }: { url: string; cause: unknown }) {
    super(`No reply from the gateway at ${url}.`, { cause })
  }
}

/** A reply came, but it is not what the contract promises. */
export class MalformedReplyError extends LakefrontError {
  override readonly name = 'MalformedReplyError'
  readonly code = 'malformed-reply'
  readonly retryable = false

  constructor({ from, why, cause }: { from: string; why: string; cause?: unknown }) {
    super(`The gateway's reply to ${from} cannot be read: ${why}.`, { cause })
  }
}

/** The token is missing, out of date, or does not allow this. */
export class AccessError extends LakefrontError {
  override readonly name = 'AccessError'
  readonly code: 'unauthenticated' | 'forbidden'
  readonly retryable = false

  constructor(code: AccessError['code'], { message, cause }: ErrorDetails) {
    super(message, { cause })
    this.code = code
  }
}

/** A source could not be read. The message says which; `retryAt` when the gateway will try it again. */
export class SourceError extends LakefrontError {
  override readonly name = 'SourceError'
  readonly code: 'source-unavailable' | 'source-garbled' | 'source-timeout'
  readonly retryable: boolean
  readonly source: string | undefined
  readonly retryAt: Date | undefined

  constructor(code: SourceError['code'], { message, retryable = true, source, retryAt, cause }: ErrorDetails) {
    super(message, { cause })
    this.code = code
    this.retryable = retryable
    this.source = source
    this.retryAt = retryAt
  }
}

/** A statement that the guard did not allow or that the source did not accept. Nothing was read. */
export class StatementError extends LakefrontError {
  override readonly name = 'StatementError'
  readonly code: 'statement-refused' | 'statement-failed'
  readonly retryable = false
  readonly source: string | undefined

  constructor(code: StatementError['code'], { message, source, cause }: ErrorDetails) {
    super(message, { cause })
    this.code = code
    this.source = source
  }
}

/** The handle names no live result of this caller. Ask again for fresh rows. */
export class HandleError extends LakefrontError {
  override readonly name = 'HandleError'
  readonly code: 'unknown-handle' | 'foreign-handle' | 'expired-handle'
  readonly retryable = false

  constructor(code: HandleError['code'], { message, cause }: ErrorDetails) {
    super(message, { cause })
    this.code = code
  }
}

/** What was asked for does not exist or is not allowed in this form. */
export class RequestError extends LakefrontError {
  override readonly name = 'RequestError'
  readonly code:
    | 'invalid-input'
    | 'unknown-source'
    | 'unknown-entity'
    | 'record-not-found'
    | 'record-changed'
    | 'result-limit'
    | 'unknown-request'
    | 'approval-closed'
  readonly retryable = false

  constructor(code: RequestError['code'], { message, cause }: ErrorDetails) {
    super(message, { cause })
    this.code = code
  }
}

/**
 * The run would cost too much, or nobody knows what. Nothing was run; `budget` says which cap was in the way. With the code
 * `approval-required`, `approval` says who has to agree; call again with its id once that has happened.
 */
export class BudgetError extends LakefrontError {
  override readonly name = 'BudgetError'
  readonly code: 'budget-exceeded' | 'approval-required' | 'cost-unknown'
  readonly retryable = false
  readonly budget: BudgetRefusal | undefined
  readonly approval: ApprovalRequest | undefined

  constructor(code: BudgetError['code'], { message, budget, approval, cause }: ErrorDetails) {
    super(message, { cause })
    this.code = code
    this.budget = budget
    this.approval = approval
  }
}

/** A fault inside the gateway, its records out of reach, or a code that this version does not know. */
export class GatewayFaultError extends LakefrontError {
  override readonly name = 'GatewayFaultError'
  readonly code: 'internal' | 'store-unavailable'
  readonly retryable: boolean

  constructor({ message, retryable = false, cause }: ErrorDetails, code: GatewayFaultError['code'] = 'internal') {
    super(message, { cause })
    this.code = code
    this.retryable = retryable
  }
}

/** Closed, so that a `switch` on `code` narrows and the compiler says what it left out. */
export type AnyLakefrontError =
  | AccessError
  | BudgetError
  | CancelledError
  | GatewayFaultError
  | GatewayUnreachableError
  | HandleError
  | MalformedReplyError
  | RequestError
  | SourceError
  | StatementError
