import type { Client } from '@lakefront/client'
import type { EffectClass } from '@lakefront/contract'
import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query'
import { liveReadDefaults } from '../../query/defaults.ts'
import { sharedQueryFn } from '../../query/sharedQueryFn.ts'
import { type ApprovalsErrorType, type ApprovalsReturnType, approvals } from '../actions/approvals.ts'
import { followEvery, followEveryMs } from './follow.ts'

export type ApprovalsOptions = {
  /** Left out: open ones and those that have ended. */
  which?: 'open' | 'ended' | undefined
  /** Words in what would happen. */
  search?: string | undefined
  /** Who asked. */
  requestedBy?: string | undefined
  agentId?: string | undefined
  source?: string | undefined
  effectClass?: EffectClass | undefined
  /** Most requests in a page. Default 50. */
  limit?: number | undefined
}

/** Names a list of requests in the cache, for one person. */
export function approvalsKey(client: Client, options: ApprovalsOptions = {}) {
  return ['lakefront', client.scope, 'approvals', 'list', options] as const
}

export type ApprovalsKey = ReturnType<typeof approvalsKey>

/** Everything about following, page by page, the requests that a person asked for or may decide. */
export function approvalsOptions(client: Client, options: ApprovalsOptions = {}) {
  const queryKey = approvalsKey(client, options)
  type Pages = InfiniteData<ApprovalsReturnType, string | undefined>
  return infiniteQueryOptions<ApprovalsReturnType, ApprovalsErrorType, Pages, ApprovalsKey, string | undefined>({
    ...liveReadDefaults,
    // So that what somebody else decides is seen within a second; each page more is a call more.
    refetchInterval: ({ state }) => followEvery(followEveryMs * (state.data?.pages.length ?? 1), state.error),
    queryKey,
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    queryFn: ({ signal, pageParam: before }) =>
      sharedQueryFn(client, [...queryKey, before], (shared) =>
        approvals(client, { ...options, before, signal: shared }),
      )({ signal }),
  })
}
