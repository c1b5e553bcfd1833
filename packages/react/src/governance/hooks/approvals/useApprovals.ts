'use client'
import type { Client } from '@lakefront/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { type ApprovalsOptions, approvalsOptions } from '../../query/approvals.ts'

export type UseApprovalsParameters = ApprovalsOptions & { client?: Client | undefined }

/**
 * Follows what the person asked for or may decide, page by page: `fetchNextPage` while `hasNextPage`. See
 * {@link approvalsOptions} to prefetch or read it elsewhere.
 */
export function useApprovals({ client, ...options }: UseApprovalsParameters = {}) {
  return useInfiniteQuery(approvalsOptions(useClient(client), options), useOwnQueryClient())
}
