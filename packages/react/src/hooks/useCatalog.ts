'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { type CatalogOptions, catalogOptions } from '../query/catalog.ts'
import { useClient, useOwnQueryClient } from './useClient.ts'

export type UseCatalogParameters = CatalogOptions & { client?: Client | undefined }

/** Describes what can be asked. See {@link catalogOptions} to prefetch or read it elsewhere. */
export function useCatalog({ client, ...options }: UseCatalogParameters = {}) {
  return useQuery(catalogOptions(useClient(client), options), useOwnQueryClient())
}
