import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type DecideApprovalParameters = ToolInput<'decide_approval'>
export type DecideApprovalReturnType = ToolOutput<'decide_approval'>
export type DecideApprovalErrorType = AnyLakefrontError

/**
 * Approves, rejects, edits or asks about a request; whoever asked for it may answer, or withdraw it. What is approved is
 * carried out before the reply.
 *
 * @param parameters.shownHash - Of the request as the person saw it; another one is refused.
 * @param parameters.alwaysAllow - Only with `approve`: from now on allow what `grantCovers` says, as it was shown.
 * @param parameters.values - Only with `edit`: what is to stand there instead. The edited request is shown and decided anew.
 * @throws {RequestError} with code `approval-closed`, `unknown-request` or `invalid-input`; then nothing was decided.
 * @throws {AccessError} when the person may not decide it, or the sign-in has ended.
 */
export async function decideApproval(
  client: Client,
  parameters: DecideApprovalParameters,
): Promise<DecideApprovalReturnType> {
  return client.callTool('decide_approval', parameters)
}
