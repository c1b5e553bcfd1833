'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { type CostEstimateOptions, costEstimateOptions } from '../query/costEstimate.ts'
import { useClient, useOwnQueryClient } from './useClient.ts'

export type UseCostEstimateParameters = CostEstimateOptions & { client?: Client | undefined }

/** Says what a statement would cost before it runs. See {@link costEstimateOptions} to prefetch or read it elsewhere. */
export function useCostEstimate({ client, ...options }: UseCostEstimateParameters = {}) {
  return useQuery(costEstimateOptions(useClient(client), options), useOwnQueryClient())
}
