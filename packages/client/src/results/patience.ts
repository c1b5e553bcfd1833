import { CancelledError, type GatewayUnreachableError } from '../errors.ts'

/** As long as the gateway keeps a result that nobody reads, unless it is told otherwise. */
const longestAwayMs = 15 * 60_000
const longestDelayMs = 8_000
/** A gateway that has answered once will probably come back; one that never has is probably not there. */
const mostFirstTries = 3

export type Patience = {
  /** The connection brings something: the next fault is a new one. */
  restore(): void
  /** Waits until it is time to connect again. @throws {GatewayUnreachableError} the fault, when it has gone on for too long. */
  wait(fault: GatewayUnreachableError): Promise<void>
}

/** How long to wait between the connections of one reading: not at all after the first fault, then ever longer. */
export function createPatience(signal: AbortSignal): Patience {
  let faultCount = 0
  let awaySince: number | undefined
  let hasAnswered = false

  return {
    restore() {
      hasAnswered = true
      faultCount = 0
      awaySince = undefined
    },
    async wait(fault) {
      awaySince ??= Date.now()
      faultCount += 1
      const isTooLong = hasAnswered ? Date.now() - awaySince > longestAwayMs : faultCount >= mostFirstTries
      if (isTooLong) throw fault
      if (faultCount > 1) await sleep(Math.min(125 * 2 ** (faultCount - 1), longestDelayMs), signal)
    },
  }
}

function sleep(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new CancelledError({ cause: signal.reason }))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, durationMs)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
