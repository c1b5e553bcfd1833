import type { Client } from '@lakefront/client'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { type CostEstimateErrorType, type CostEstimateReturnType, costEstimate } from '../actions/costEstimate.ts'
import { liveReadDefaults } from './defaults.ts'
import { sharedQueryFn } from './sharedQueryFn.ts'

export type CostEstimateOptions = {
  /** Source id from the catalog. Left out, the query waits. */
  source?: string | undefined
  /** Left out, the query waits. */
  sql?: string | undefined
}

/** Names one statement's estimate in the cache, for one person. */
export function costEstimateKey(client: Client, options: CostEstimateOptions) {
  return ['lakefront', client.scope, 'costEstimate', options] as const
}

export type CostEstimateKey = ReturnType<typeof costEstimateKey>

/** Everything about estimating a statement. Earlier runs correct later estimates, so each visit asks anew. */
export function costEstimateOptions(client: Client, options: CostEstimateOptions) {
  const { source, sql } = options
  const queryKey = costEstimateKey(client, options)
  return queryOptions<CostEstimateReturnType, CostEstimateErrorType, CostEstimateReturnType, CostEstimateKey>({
    ...liveReadDefaults,
    queryKey,
    queryFn:
      source === undefined || sql === undefined
        ? skipToken
        : sharedQueryFn(client, queryKey, (signal) => costEstimate(client, { source, sql, signal })),
  })
}
