import { type ApprovalRequest, type ErrorBody, errorMetaKey } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/server'

/** The request that stands in the way of a call, when its caller may agree to it. */
export function pendingOf({ structuredContent, _meta: meta }: CallToolResult): ApprovalRequest | undefined {
  const body = meta?.[errorMetaKey] as ErrorBody | undefined
  const { request, approval } = Object(structuredContent) as { request?: ApprovalRequest; approval?: ApprovalRequest }
  const found = body ? body.error.approval : (request ?? approval)
  return found?.state === 'pending' && found.mayDo.includes('approve') ? found : undefined
}
