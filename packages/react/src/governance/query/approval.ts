import type { Client } from '@lakefront/client'
import type { ApprovalState } from '@lakefront/contract'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { liveReadDefaults } from '../../query/defaults.ts'
import { sharedQueryFn } from '../../query/sharedQueryFn.ts'
import { type ApprovalErrorType, type ApprovalReturnType, approval } from '../actions/approval.ts'
import { followEvery, followEveryMs } from './follow.ts'

export type ApprovalOptions = {
  /** Left out, the query waits. */
  requestId?: string | undefined
}

/** Names one request in the cache, for one person. */
export function approvalKey(client: Client, options: ApprovalOptions) {
  return ['lakefront', client.scope, 'approvals', 'one', options] as const
}

export type ApprovalKey = ReturnType<typeof approvalKey>

/** Everything about following one request until it has ended. */
export function approvalOptions(client: Client, options: ApprovalOptions) {
  const { requestId } = options
  const queryKey = approvalKey(client, options)
  return queryOptions<ApprovalReturnType, ApprovalErrorType, ApprovalReturnType, ApprovalKey>({
    ...liveReadDefaults,
    refetchInterval: ({ state: { data, error } }) =>
      data && !isOpen(data.state) ? false : followEvery(followEveryMs, error),
    queryKey,
    queryFn:
      requestId === undefined
        ? skipToken
        : sharedQueryFn(client, queryKey, (signal) => approval(client, { requestId, signal })),
  })
}

/** Whether something may still become of a request. */
export function isOpen(state: ApprovalState): boolean {
  return state === 'pending' || state === 'approved'
}
