import type { Client } from '@lakefront/client'
import { createLease, type Lease } from './createLease.ts'

type Run = { promise: Promise<unknown>; lease: Lease }

const runsByClient = new WeakMap<Client, Map<string, Run>>()

/**
 * Runs `start` once for everybody who asks for the same key while it runs, and aborts it when the last of them has gone.
 *
 * @param key - Says what is run, inputs included.
 * @param signal - Ends this caller's part in it.
 */
export function shareRun<value>(
  client: Client,
  key: string,
  signal: AbortSignal | undefined,
  start: (signal: AbortSignal) => Promise<value>,
): Promise<value> {
  const runs = runsByClient.get(client) ?? new Map<string, Run>()
  runsByClient.set(client, runs)

  const run = runs.get(key) ?? begin(runs, key, start)
  const letGo = run.lease.hold()
  signal?.addEventListener('abort', letGo, { once: true })
  return run.promise.finally(() => {
    signal?.removeEventListener('abort', letGo)
    letGo()
  }) as Promise<value>
}

function begin(runs: Map<string, Run>, key: string, start: (signal: AbortSignal) => Promise<unknown>): Run {
  const controller = new AbortController()
  const forget = () => runs.get(key) === run && runs.delete(key)
  const run: Run = {
    promise: start(controller.signal).finally(forget),
    lease: createLease(() => {
      // Once it has ended it is no longer in the list, and there is nothing to abort.
      if (forget()) controller.abort()
    }),
  }
  runs.set(key, run)
  return run
}
