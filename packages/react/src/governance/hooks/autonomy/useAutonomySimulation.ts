'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { type AutonomySimulationOptions, autonomySimulationOptions } from '../../query/autonomySimulation.ts'

export type UseAutonomySimulationParameters = AutonomySimulationOptions & {
  /** How long a setting has to stay as it is before it is tried, in milliseconds. Default 300. */
  settleMs?: number | undefined
  client?: Client | undefined
}

/**
 * Says what a setting would have done with past requests while a person edits it; until the next is known, the last is
 * kept, and `isPlaceholderData` says so. See {@link autonomySimulationOptions} to prefetch or read it elsewhere.
 */
export function useAutonomySimulation({ client, settleMs = 300, ...options }: UseAutonomySimulationParameters) {
  // As text, so that an equal setting in a new object is the same setting.
  const wanted = JSON.stringify(options)
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), settleMs)
    return () => clearTimeout(timer)
  }, [wanted, settleMs])
  const query = useQuery(autonomySimulationOptions(useClient(client), JSON.parse(settled)), useOwnQueryClient())
  return { ...query, isPlaceholderData: query.isPlaceholderData || settled !== wanted }
}
