import type { Client } from '@lakefront/client'
import { queryOptions } from '@tanstack/react-query'
import { type ApprovalsErrorType, type ApprovalsReturnType, approvals } from '../actions/approvals.ts'
import { liveReadDefaults } from './defaults.ts'
import { sharedQueryFn } from './sharedQueryFn.ts'

export type ApprovalsOptions = {
  /** Left out: open ones and those that have ended. */
  which?: 'open' | 'ended' | undefined
  /** Most requests. Default 50. */
  limit?: number | undefined
}

/** So that what somebody else decides is seen within a second. Only while the page is in sight. */
const followEveryMs = 1_000

/** Names a list of requests in the cache, for one person. */
export function approvalsKey(client: Client, options: ApprovalsOptions = {}) {
  return ['lakefront', client.scope, 'approvals', options] as const
}

export type ApprovalsKey = ReturnType<typeof approvalsKey>

/** Everything about following the requests that a person asked for or may decide. */
export function approvalsOptions(client: Client, options: ApprovalsOptions = {}) {
  const queryKey = approvalsKey(client, options)
  return queryOptions<ApprovalsReturnType, ApprovalsErrorType, ApprovalsReturnType, ApprovalsKey>({
    ...liveReadDefaults,
    // A gateway that refuses would refuse each second again.
    refetchInterval: ({ state }) => (state.error && !state.error.retryable ? false : followEveryMs),
    queryKey,
    queryFn: sharedQueryFn(client, queryKey, (signal) => approvals(client, { ...options, signal })),
  })
}
