import type { Client } from '@lakefront/client'
import type { ApprovalRequest } from '@lakefront/contract'
import { approvals } from './approvals.ts'

export type ApprovalParameters = { requestId: string; signal?: AbortSignal | undefined }
export type ApprovalReturnType = ApprovalRequest | null
export type { ApprovalsErrorType as ApprovalErrorType } from './approvals.ts'

/**
 * Says how one request stands; an edited one leads on to what took its place. `null` when the person may not see it.
 *
 * @param parameters.requestId - Of the request.
 */
export async function approval(client: Client, { requestId, signal }: ApprovalParameters): Promise<ApprovalReturnType> {
  const { requests } = await approvals(client, { requestIds: [requestId], signal })
  const found = requests.find((request) => request.requestId === requestId) ?? null
  if (!found?.replacedBy) return found
  return (await approval(client, { requestId: found.replacedBy, signal })) ?? found
}
