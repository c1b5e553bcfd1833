import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type ApprovalsParameters = ToolInput<'list_approvals'> & { signal?: AbortSignal | undefined }
export type ApprovalsReturnType = ToolOutput<'list_approvals'>
export type ApprovalsErrorType = AnyLakefrontError

/**
 * Lists what the person asked for or may decide, the newest first.
 *
 * @param parameters.which - `open`, `ended`, or all when left out.
 * @param parameters.limit - Most requests in the reply. Default 50.
 * @param parameters.before - `next` of an earlier reply: what follows it.
 * @throws {AccessError} with code `forbidden` at a gateway that writes nothing.
 */
export async function approvals(
  client: Client,
  { signal, ...input }: ApprovalsParameters = {},
): Promise<ApprovalsReturnType> {
  return client.callTool('list_approvals', input, { signal })
}
