'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { createContext, useContext } from 'react'

export const ApprovalCardContext = createContext<ApprovalRequest | undefined>(undefined)

/** The request of the surrounding card. */
export function useApprovalRequest(): ApprovalRequest {
  const request = useContext(ApprovalCardContext)
  if (!request) throw new Error('Lakefront: parts of a request must be placed within <ApprovalCard>.')
  return request
}
