'use client'
import type { Client } from '@lakefront/client'
import type { ApprovalRequest } from '@lakefront/contract'
import { useQuery } from '@tanstack/react-query'
import { approvalsOptions } from '../query/approvals.ts'
import { useClient, useOwnQueryClient } from './useClient.ts'

/**
 * Follows one request that somebody else may decide, and says how it stands; an edited one leads on to what took its place.
 * Follows until it has ended.
 */
export function useApproval(request: ApprovalRequest | undefined, { client }: { client?: Client | undefined } = {}) {
  const open = request?.state === 'pending' || request?.state === 'approved'
  const { data } = useQuery({ ...approvalsOptions(useClient(client)), enabled: open }, useOwnQueryClient())
  return request && latest(request, data?.requests ?? [])
}

function latest(request: ApprovalRequest, all: readonly ApprovalRequest[]): ApprovalRequest {
  const known = all.find(({ requestId }) => requestId === request.requestId) ?? request
  const next = all.find(({ requestId }) => requestId === known.replacedBy)
  return next ? latest(next, all) : known
}
