import type { Client } from '@lakefront/client'
import { queryOptions } from '@tanstack/react-query'
import { liveReadDefaults } from '../../query/defaults.ts'
import { sharedQueryFn } from '../../query/sharedQueryFn.ts'
import { type AutonomyErrorType, type AutonomyReturnType, autonomy } from '../actions/autonomy.ts'
import { followEvery, followSettingsEveryMs } from './follow.ts'

/** Names the setting in the cache, for one person. */
export function autonomyKey(client: Client) {
  return ['lakefront', client.scope, 'autonomy'] as const
}

export type AutonomyKey = ReturnType<typeof autonomyKey>

/** Everything about reading how much happens by itself. */
export function autonomyOptions(client: Client) {
  const queryKey = autonomyKey(client)
  return queryOptions<AutonomyReturnType, AutonomyErrorType, AutonomyReturnType, AutonomyKey>({
    ...liveReadDefaults,
    refetchInterval: ({ state }) => followEvery(followSettingsEveryMs, state.error),
    queryKey,
    queryFn: sharedQueryFn(client, queryKey, (signal) => autonomy(client, { signal })),
  })
}
