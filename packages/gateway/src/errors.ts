import {
  type ApprovalRequest,
  type BudgetRefusal,
  type ErrorBody,
  type ErrorCode,
  errorCodes,
} from '@lakefront/contract'

export type GatewayErrorOptions = {
  code: ErrorCode
  message: string
  source?: string | undefined
  retryAt?: Date | undefined
  budget?: BudgetRefusal | undefined
  approval?: ApprovalRequest | undefined
  cause?: unknown
}

/** The only error that a room throws on purpose. Anything else that escapes is a bug of ours, answered as `internal`. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError'
  readonly code: ErrorCode
  readonly source: string | undefined
  readonly retryAt: Date | undefined
  /** The budget that stood in the way. */
  readonly budget: BudgetRefusal | undefined
  /** The request that somebody has to agree to, or did not. */
  readonly approval: ApprovalRequest | undefined

  constructor({ code, message, source, retryAt, budget, approval, cause }: GatewayErrorOptions) {
    super(message, { cause })
    this.code = code
    this.source = source
    this.retryAt = retryAt
    this.budget = budget
    this.approval = approval
  }

  /** Whether asking again, unchanged, could succeed. */
  get retryable(): boolean {
    return errorCodes[this.code].retryable
  }

  toBody(): ErrorBody {
    const { code, message, retryable, source, retryAt, budget, approval } = this
    return { error: { code, message, retryable, source, retryAt: retryAt?.toISOString(), budget, approval } }
  }
}

const refusals: ReadonlySet<ErrorCode> = new Set(['budget-exceeded', 'approval-required', 'cost-unknown'])

/** Whether something did not run for what it would cost. */
export function isCostRefusal({ code }: GatewayError): boolean {
  return refusals.has(code)
}

/** Turns whatever was thrown into ours; the message of a foreign error never reaches the wire. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error
  if (error instanceof Error && error.name === 'AbortError') {
    return new GatewayError({ code: 'cancelled', message: 'The request was cancelled.', cause: error })
  }
  return new GatewayError({ code: 'internal', message: 'Something went wrong in the gateway.', cause: error })
}
