import type { Client } from '@lakefront/client'
import { queryOptions, skipToken } from '@tanstack/react-query'
import {
  type FederatedQueryErrorType,
  type FederatedQueryReturnType,
  federatedQuery,
} from '../actions/federatedQuery.ts'
import { paidQueryDefaults } from './defaults.ts'
import { readMoneyAnew } from './readMoneyAnew.ts'
import { sharedQueryFn } from './sharedQueryFn.ts'

export type FederatedQueryOptions = {
  /** Source id from the catalog. Left out, the query waits: nothing is sent, nothing is charged. */
  source?: string | undefined
  /** Left out, the query waits. */
  sql?: string | undefined
  maxRows?: number | undefined
  pageSize?: number | undefined
  /** The approval that it is to run by: of the error `approval-required`, once somebody has agreed. Good for one run. */
  approvalId?: string | undefined
}

/** Names one statement's answer in the cache, for one person. */
export function federatedQueryKey(client: Client, options: FederatedQueryOptions) {
  return ['lakefront', client.scope, 'federatedQuery', options] as const
}

export type FederatedQueryKey = ReturnType<typeof federatedQueryKey>

/** Everything about running a statement once and keeping its first page. */
export function federatedQueryOptions(client: Client, options: FederatedQueryOptions) {
  const { source, sql, ...rest } = options
  const queryKey = federatedQueryKey(client, options)
  const run = (source: string, sql: string) =>
    sharedQueryFn(client, queryKey, (signal) => federatedQuery(client, { ...rest, source, sql, signal }))
  return queryOptions<FederatedQueryReturnType, FederatedQueryErrorType, FederatedQueryReturnType, FederatedQueryKey>({
    ...paidQueryDefaults,
    queryKey,
    queryFn:
      source === undefined || sql === undefined
        ? skipToken
        : ({ signal, client: queryClient }) =>
            run(source, sql)({ signal }).finally(() => readMoneyAnew(queryClient, client)),
  })
}
