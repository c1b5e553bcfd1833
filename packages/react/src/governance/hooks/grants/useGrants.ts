'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { type GrantsOptions, grantsOptions } from '../../query/grants.ts'

export type UseGrantsParameters = GrantsOptions & { client?: Client | undefined }

/** Follows what is always allowed. See {@link grantsOptions} to prefetch or read it elsewhere. */
export function useGrants({ client, ...options }: UseGrantsParameters = {}) {
  return useQuery(grantsOptions(useClient(client), options), useOwnQueryClient())
}
