'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { autonomyOptions } from '../../query/autonomy.ts'

export type UseAutonomyParameters = { client?: Client | undefined }

/** Follows how much happens by itself. See {@link autonomyOptions} to prefetch or read it elsewhere. */
export function useAutonomy({ client }: UseAutonomyParameters = {}) {
  return useQuery(autonomyOptions(useClient(client)), useOwnQueryClient())
}
