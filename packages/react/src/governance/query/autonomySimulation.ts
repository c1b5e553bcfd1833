import type { Client } from '@lakefront/client'
import type { AutonomyLevel, AutonomyLimits } from '@lakefront/contract'
import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query'
import { liveReadDefaults } from '../../query/defaults.ts'
import { sharedQueryFn } from '../../query/sharedQueryFn.ts'
import {
  type SimulateAutonomyErrorType,
  type SimulateAutonomyReturnType,
  simulateAutonomy,
} from '../actions/simulateAutonomy.ts'

export type AutonomySimulationOptions = {
  /** Left out, the query waits. */
  level?: AutonomyLevel | undefined
  limits?: AutonomyLimits | undefined
  /** So many days back from now. Default 7. */
  days?: number | undefined
}

/** Names what a setting would have done in the cache, for one person. */
export function autonomySimulationKey(client: Client, options: AutonomySimulationOptions) {
  return ['lakefront', client.scope, 'autonomySimulation', options] as const
}

export type AutonomySimulationKey = ReturnType<typeof autonomySimulationKey>

/** Everything about trying a setting on past requests. While the next one is worked out, the last one is kept. */
export function autonomySimulationOptions(client: Client, options: AutonomySimulationOptions) {
  const { level, limits, days } = options
  const queryKey = autonomySimulationKey(client, options)
  return queryOptions<
    SimulateAutonomyReturnType,
    SimulateAutonomyErrorType,
    SimulateAutonomyReturnType,
    AutonomySimulationKey
  >({
    ...liveReadDefaults,
    placeholderData: keepPreviousData,
    queryKey,
    queryFn:
      level === undefined
        ? skipToken
        : sharedQueryFn(client, queryKey, (signal) => simulateAutonomy(client, { level, limits, days, signal })),
  })
}
