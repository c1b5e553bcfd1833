'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { type SearchRecordsOptions, searchRecordsOptions } from '../query/searchRecords.ts'
import { useClient, useOwnQueryClient } from './useClient.ts'

export type UseSearchRecordsParameters = SearchRecordsOptions & { client?: Client | undefined }

/** Searches records by words in their name. See {@link searchRecordsOptions} to prefetch or read it elsewhere. */
export function useSearchRecords({ client, ...options }: UseSearchRecordsParameters = {}) {
  return useQuery(searchRecordsOptions(useClient(client), options), useOwnQueryClient())
}
