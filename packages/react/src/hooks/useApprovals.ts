'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { type ApprovalsOptions, approvalsOptions } from '../query/approvals.ts'
import { useClient, useOwnQueryClient } from './useClient.ts'

export type UseApprovalsParameters = ApprovalsOptions & { client?: Client | undefined }

/** Follows what the person asked for or may decide. See {@link approvalsOptions} to prefetch or read it elsewhere. */
export function useApprovals({ client, ...options }: UseApprovalsParameters = {}) {
  return useQuery(approvalsOptions(useClient(client), options), useOwnQueryClient())
}
