import type { Client } from '@lakefront/client'
import { queryOptions } from '@tanstack/react-query'
import { liveReadDefaults } from '../../query/defaults.ts'
import { sharedQueryFn } from '../../query/sharedQueryFn.ts'
import { type GrantsErrorType, type GrantsReturnType, grants } from '../actions/grants.ts'
import { followEvery, followSettingsEveryMs } from './follow.ts'

export type GrantsOptions = {
  /** Those that hold, or those that were revoked. Default `open`. */
  which?: 'open' | 'ended' | undefined
}

/** Names a list of what is always allowed in the cache, for one person. */
export function grantsKey(client: Client, options: GrantsOptions = {}) {
  return ['lakefront', client.scope, 'grants', options] as const
}

export type GrantsKey = ReturnType<typeof grantsKey>

/** Everything about listing what is always allowed. */
export function grantsOptions(client: Client, options: GrantsOptions = {}) {
  const queryKey = grantsKey(client, options)
  return queryOptions<GrantsReturnType, GrantsErrorType, GrantsReturnType, GrantsKey>({
    ...liveReadDefaults,
    refetchInterval: ({ state }) => followEvery(followSettingsEveryMs, state.error),
    queryKey,
    queryFn: sharedQueryFn(client, queryKey, (signal) => grants(client, { ...options, signal })),
  })
}
