import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type RetryPolicy,
  retry,
} from 'cockatiel'
import { GatewayError } from '../errors.ts'

/** Faults in a row after which a source is left alone for a while. */
const faultsToOpen = 5
/** Tries of one call before its fault is told. */
const attempts = 3

export type ResilienceOptions = {
  source: string
  title: string
  /** Longest that a source may be silent. */
  timeoutMs: number
  now: () => number
  /** How long a source is left alone. Default 10 seconds. */
  pauseMs?: number | undefined
}

/** `heard` says that the source has given a sign of life: its silence starts anew. */
export type Work<Value> = (signal: AbortSignal, heard: () => void) => Promise<Value>

/** Stands between the gateway and one source: time limit, another try after a fault, and a pause after many. */
export type Resilience = {
  run<Value>(work: Work<Value>, signal: AbortSignal): Promise<Value>
  /** Only the time limit: for what cannot simply be asked again, such as the next batch of a stream. */
  limit<Value>(work: Work<Value>, signal: AbortSignal): Promise<Value>
}

/** Whether an error says that the source cannot be reached, as opposed to that it refuses what was asked. */
function isFault(error: unknown): boolean {
  return error instanceof GatewayError && (error.code === 'source-unavailable' || error.code === 'source-timeout')
}

export function createResilience(options: ResilienceOptions): Resilience {
  const { source, title, timeoutMs, now, pauseMs = 10_000 } = options
  let openedAt = 0
  const breaker: CircuitBreakerPolicy = circuitBreaker(handleWhen(isFault), {
    halfOpenAfter: pauseMs,
    breaker: new ConsecutiveBreaker(faultsToOpen),
  })
  breaker.onBreak(() => {
    openedAt = now()
  })
  const again: RetryPolicy = retry(
    handleWhen((error) => error instanceof GatewayError && error.code === 'source-unavailable' && !error.retryAt),
    { maxAttempts: attempts - 1, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }) },
  )
  const limit: Resilience['limit'] = (work, signal) => withTimeLimit(work, signal, { source, title, timeoutMs })

  async function attempt<Value>(work: Work<Value>, signal: AbortSignal): Promise<Value> {
    try {
      return await breaker.execute(() => limit(work, signal))
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error
      throw unavailable({ source, title, retryAt: new Date(openedAt + pauseMs) })
    }
  }

  return { limit, run: (work, signal) => again.execute(() => attempt(work, signal), signal) }
}

/** The error for people whose question needs a source that does not answer. */
export function unavailable(options: {
  source: string
  title: string
  retryAt?: Date | undefined
  cause?: unknown
  because?: string | undefined
}): GatewayError {
  const { source, title, retryAt, cause, because } = options
  const reason = because ? `: ${because}` : ''
  return new GatewayError({
    code: 'source-unavailable',
    message: `The ${inSentence(title)} is currently unavailable${reason}.`,
    source,
    retryAt,
    cause,
  })
}

/** `Lakehouse` reads `lakehouse` inside a sentence, `ERP` stays as it is. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}+$/u.test(title) ? title.toLowerCase() : title
}

async function withTimeLimit<Value>(
  work: Work<Value>,
  signal: AbortSignal,
  { source, title, timeoutMs }: { source: string; title: string; timeoutMs: number },
): Promise<Value> {
  throwIfCancelled(signal)
  const controller = new AbortController()
  // Made only when it is needed: an error looks at the whole stack, and this runs for every batch.
  const endLate = () => controller.abort(tooLate({ source, title, timeoutMs }))
  const onAbort = () => controller.abort(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  const timer = setTimeout(endLate, timeoutMs)
  let isOver = false
  // A timer that was cleared would run again.
  const heard = () => void (isOver || timer.refresh())
  try {
    return await Promise.race([work(controller.signal, heard), rejectedOnAbort(controller.signal)])
  } catch (error) {
    throwIfCancelled(signal)
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    isOver = true
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

function tooLate({ source, title, timeoutMs }: { source: string; title: string; timeoutMs: number }): GatewayError {
  const message = `The ${inSentence(title)} did not answer within ${timeoutMs / 1000} seconds.`
  return new GatewayError({ code: 'source-timeout', message, source })
}

function rejectedOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new GatewayError({ code: 'cancelled', message: 'The request was cancelled.' })
}
