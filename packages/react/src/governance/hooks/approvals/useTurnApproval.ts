'use client'
import type { Client } from '@lakefront/client'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Turn } from '../../../conversation/types.ts'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { useConversation, useConversationStore } from '../../../hooks/useConversation.ts'
import { approvalOptions } from '../../query/approval.ts'

export type UseTurnApprovalParameters = { client?: Client | undefined }

/**
 * Follows the request that a turn waits for, and lets the turn go on by itself as soon as it is approved: once, however often
 * it is rendered, and not while another question runs. `data` is null when the person may not see the request any more.
 */
export function useTurnApproval(turn: Turn, { client }: UseTurnApprovalParameters = {}) {
  const { id, approval, approvalId } = turn
  const isWaiting = turn.status === 'approval-required' && approvalId !== undefined
  const { retry } = useConversationStore()
  const isIdle = useConversation(({ status }) => status === 'idle')
  const options = approvalOptions(useClient(client), { requestId: approvalId })
  const query = useQuery(
    { ...options, enabled: isWaiting, ...(approval && { placeholderData: approval }) },
    useOwnQueryClient(),
  )
  const { data } = query
  const agreedId = isWaiting && isIdle && data?.state === 'approved' ? data.requestId : undefined
  useEffect(() => {
    if (agreedId !== undefined) void retry(id, { approvalId: agreedId })
  }, [retry, id, agreedId])
  return query
}
