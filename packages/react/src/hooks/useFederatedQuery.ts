'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { type FederatedQueryOptions, federatedQueryOptions } from '../query/federatedQuery.ts'
import { useClient, useOwnQueryClient } from './useClient.ts'

export type UseFederatedQueryParameters = FederatedQueryOptions & { client?: Client | undefined }

/**
 * Runs a statement and keeps its first page; read the rest with `useResultRows`.
 * See {@link federatedQueryOptions} to prefetch or read it elsewhere.
 */
export function useFederatedQuery({ client, ...options }: UseFederatedQueryParameters = {}) {
  return useQuery(federatedQueryOptions(useClient(client), options), useOwnQueryClient())
}
