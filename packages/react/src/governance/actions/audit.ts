import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type AuditParameters = ToolInput<'read_audit'> & { signal?: AbortSignal | undefined }
export type AuditReturnType = ToolOutput<'read_audit'>
export type AuditErrorType = AnyLakefrontError

/**
 * Reads the audit trail: who asked what, what ran where and what it cost, the newest call first. People see their own calls;
 * who may read the trail sees everybody's, and the reply says which.
 *
 * @param parameters.callId - Only this call; the `answerId` of an answer is its call.
 * @param parameters.before - `next` of an earlier reply: goes on where that ended.
 * @throws {LakefrontError} at a gateway that keeps no audit trail.
 */
export async function audit(client: Client, { signal, ...input }: AuditParameters = {}): Promise<AuditReturnType> {
  return client.callTool('read_audit', input, { signal })
}
