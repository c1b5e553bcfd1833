import type { Client } from '@lakefront/client'
import { hashKey } from '@tanstack/react-query'
import { shareRun } from '../shared/shareRun.ts'

/**
 * A query function whose run is shared: under StrictMode, which drops a query and takes it up again, and among several
 * query clients on one page. It is aborted when nobody waits for it any more.
 */
export function sharedQueryFn<value>(
  client: Client,
  queryKey: readonly unknown[],
  run: (signal: AbortSignal) => Promise<value>,
) {
  return ({ signal }: { signal: AbortSignal }) => shareRun(client, hashKey(queryKey), signal, run)
}
