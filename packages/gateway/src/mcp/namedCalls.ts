import type { Caller } from '../results/port.ts'

/** As long as a result lives that nobody reads. */
const rememberedMs = 15 * 60_000

/**
 * Calls that their callers have named. A caller that gives a call up cannot know whether its reply, with a result that
 * lives on, is already on the way; by the name it stops both.
 */
export type NamedCalls = {
  /** Aborted when the call of this name is stopped, be it before, while or after it runs. */
  signalOf(callId: string, caller: Caller): AbortSignal
  stop(callId: string, caller: Caller): void
}

export function createNamedCalls(): NamedCalls {
  const calls = new Map<string, AbortController>()

  function callAt(callId: string, { tenantId, userId }: Caller): AbortController {
    const key = JSON.stringify([tenantId, userId, callId])
    const known = calls.get(key)
    if (known) return known
    const controller = new AbortController()
    calls.set(key, controller)
    setTimeout(() => calls.delete(key), rememberedMs).unref()
    return controller
  }

  return {
    signalOf: (callId, caller) => callAt(callId, caller).signal,
    stop: (callId, caller) => callAt(callId, caller).abort(),
  }
}
