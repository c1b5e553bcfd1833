import type { Client } from '@lakefront/client'
import { queryOptions } from '@tanstack/react-query'
import { liveReadDefaults } from '../../query/defaults.ts'
import { sharedQueryFn } from '../../query/sharedQueryFn.ts'
import {
  type SpendingErrorType,
  type SpendingParameters,
  type SpendingReturnType,
  spending,
} from '../actions/spending.ts'

/** What each line stands for, which days count, and how many lines at most. */
export type SpendingOptions = Omit<SpendingParameters, 'signal'>

/** Names a report in the cache, for one person. */
export function spendingKey(client: Client, options: SpendingOptions) {
  return ['lakefront', client.scope, 'spending', options] as const
}

export type SpendingKey = ReturnType<typeof spendingKey>

/** Everything about a report of what was spent. Read anew after each question and query. */
export function spendingOptions(client: Client, options: SpendingOptions) {
  const queryKey = spendingKey(client, options)
  return queryOptions<SpendingReturnType, SpendingErrorType, SpendingReturnType, SpendingKey>({
    ...liveReadDefaults,
    queryKey,
    queryFn: sharedQueryFn(client, queryKey, (signal) => spending(client, { ...options, signal })),
  })
}
