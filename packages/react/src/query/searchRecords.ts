import type { Client } from '@lakefront/client'
import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query'
import { type SearchRecordsErrorType, type SearchRecordsReturnType, searchRecords } from '../actions/searchRecords.ts'
import { liveReadDefaults } from './defaults.ts'
import { sharedQueryFn } from './sharedQueryFn.ts'

export type SearchRecordsOptions = {
  /** Left out, the query waits. */
  entity?: string | undefined
  query?: string | undefined
  limit?: number | undefined
  offset?: number | undefined
}

/** Names one page of one search in the cache, for one person. */
export function searchRecordsKey(client: Client, options: SearchRecordsOptions) {
  return ['lakefront', client.scope, 'searchRecords', options] as const
}

export type SearchRecordsKey = ReturnType<typeof searchRecordsKey>

/** Everything about searching records. The last page stays until the next one is there, so that a list does not flicker. */
export function searchRecordsOptions(client: Client, options: SearchRecordsOptions) {
  const { entity, ...rest } = options
  const queryKey = searchRecordsKey(client, options)
  return queryOptions<SearchRecordsReturnType, SearchRecordsErrorType, SearchRecordsReturnType, SearchRecordsKey>({
    ...liveReadDefaults,
    placeholderData: keepPreviousData,
    queryKey,
    queryFn:
      entity === undefined
        ? skipToken
        : sharedQueryFn(client, queryKey, (signal) => searchRecords(client, { ...rest, entity, signal })),
  })
}
