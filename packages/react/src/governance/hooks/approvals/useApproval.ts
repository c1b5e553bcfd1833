'use client'
import type { Client } from '@lakefront/client'
import type { ApprovalRequest } from '@lakefront/contract'
import { useQuery } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { approvalOptions, isOpen } from '../../query/approval.ts'

export type UseApprovalParameters = { client?: Client | undefined }

/**
 * Follows one request that somebody else may decide, and says how it stands; an edited one leads on to what took its place.
 * Follows until it has ended.
 *
 * @param request - As it was told, or its id where no more of it is known, as after a reload.
 */
export function useApproval(request: ApprovalRequest | string | undefined, { client }: UseApprovalParameters = {}) {
  const given = typeof request === 'string' ? undefined : request
  const requestId = given ? given.requestId : (request as string | undefined)
  const options = approvalOptions(useClient(client), { requestId })
  // What has ended is how it is, whatever an earlier reading said.
  const follows = !given || isOpen(given.state) || given.replacedBy !== null
  const { data } = useQuery({ ...options, enabled: follows }, useOwnQueryClient())
  return follows ? (data ?? given) : given
}
