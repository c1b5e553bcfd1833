import type { Client } from '@lakefront/client'
import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query'
import { liveReadDefaults } from '../../query/defaults.ts'
import { sharedQueryFn } from '../../query/sharedQueryFn.ts'
import { type AuditErrorType, type AuditParameters, type AuditReturnType, audit } from '../actions/audit.ts'

/** Left out, a filter lets every call through. `limit` is the length of a page, 50 by default. */
export type AuditOptions = Omit<AuditParameters, 'before' | 'signal'>

/** Names a reading of the trail in the cache, for one person. */
export function auditKey(client: Client, options: AuditOptions = {}) {
  return ['lakefront', client.scope, 'audit', options] as const
}

export type AuditKey = ReturnType<typeof auditKey>

/** Everything about reading the audit trail page by page. */
export function auditOptions(client: Client, options: AuditOptions = {}) {
  const queryKey = auditKey(client, options)
  type Before = number | undefined
  return infiniteQueryOptions<AuditReturnType, AuditErrorType, InfiniteData<AuditReturnType, Before>, AuditKey, Before>(
    {
      ...liveReadDefaults,
      queryKey,
      queryFn: ({ pageParam: before, signal }) =>
        sharedQueryFn(client, [...queryKey, before], (shared) => audit(client, { ...options, before, signal: shared }))(
          {
            signal,
          },
        ),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next,
    },
  )
}
