import type { Client } from '@lakefront/client'
import { queryOptions } from '@tanstack/react-query'
import { type CatalogErrorType, type CatalogReturnType, catalog } from '../actions/catalog.ts'
import { catalogDefaults } from './defaults.ts'
import { sharedQueryFn } from './sharedQueryFn.ts'

export type CatalogOptions = {
  /** Only this source; all of them when left out. */
  source?: string | undefined
}

/** Names the catalog in the cache, for one person: what is in it depends on who looks. */
export function catalogKey(client: Client, options: CatalogOptions) {
  return ['lakefront', client.scope, 'catalog', options] as const
}

export type CatalogKey = ReturnType<typeof catalogKey>

/** Everything about reading the catalog. */
export function catalogOptions(client: Client, options: CatalogOptions = {}) {
  const queryKey = catalogKey(client, options)
  return queryOptions<CatalogReturnType, CatalogErrorType, CatalogReturnType, CatalogKey>({
    ...catalogDefaults,
    queryKey,
    queryFn: sharedQueryFn(client, queryKey, (signal) => catalog(client, { ...options, signal })),
  })
}
