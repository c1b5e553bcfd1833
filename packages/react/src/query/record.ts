import type { Client } from '@lakefront/client'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { type RecordErrorType, type RecordReturnType, record } from '../actions/record.ts'
import { liveReadDefaults } from './defaults.ts'
import { sharedQueryFn } from './sharedQueryFn.ts'

export type RecordOptions = {
  /** Left out, the query waits. */
  entity?: string | undefined
  /** Left out, the query waits. */
  id?: string | undefined
  /** Only these sections. One query per section lets each load and fail by itself. */
  sections?: string[] | undefined
}

/** Names one record's reading in the cache, for one person. */
export function recordKey(client: Client, options: RecordOptions) {
  return ['lakefront', client.scope, 'record', options] as const
}

export type RecordKey = ReturnType<typeof recordKey>

/** Everything about reading a record live. */
export function recordOptions(client: Client, options: RecordOptions) {
  const { entity, id, sections } = options
  const queryKey = recordKey(client, options)
  return queryOptions<RecordReturnType, RecordErrorType, RecordReturnType, RecordKey>({
    ...liveReadDefaults,
    queryKey,
    queryFn:
      entity === undefined || id === undefined
        ? skipToken
        : sharedQueryFn(client, queryKey, (signal) => record(client, { entity, id, sections, signal })),
  })
}
