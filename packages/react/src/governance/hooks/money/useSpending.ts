'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { type SpendingOptions, spendingOptions } from '../../query/spending.ts'

export type UseSpendingParameters = SpendingOptions & { client?: Client | undefined }

/** Reports where money went. See {@link spendingOptions} to prefetch or read it elsewhere. */
export function useSpending({ client, ...options }: UseSpendingParameters) {
  return useQuery(spendingOptions(useClient(client), options), useOwnQueryClient())
}
