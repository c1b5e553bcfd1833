'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { budgetOptions } from '../../query/budget.ts'

export type UseBudgetParameters = { client?: Client | undefined }

/** Follows how full the person's caps are. See {@link budgetOptions} to prefetch or read it elsewhere. */
export function useBudget({ client }: UseBudgetParameters = {}) {
  return useQuery(budgetOptions(useClient(client)), useOwnQueryClient())
}
