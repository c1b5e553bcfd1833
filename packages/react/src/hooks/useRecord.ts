'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { type RecordOptions, recordOptions } from '../query/record.ts'
import { useClient, useOwnQueryClient } from './useClient.ts'

export type UseRecordParameters = RecordOptions & { client?: Client | undefined }

/** Reads a record live. See {@link recordOptions} to prefetch or read it elsewhere. */
export function useRecord({ client, ...options }: UseRecordParameters = {}) {
  return useQuery(recordOptions(useClient(client), options), useOwnQueryClient())
}
