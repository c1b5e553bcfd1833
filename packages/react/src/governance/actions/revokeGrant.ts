import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type RevokeGrantParameters = ToolInput<'revoke_grant'>
export type RevokeGrantReturnType = ToolOutput<'revoke_grant'>
export type RevokeGrantErrorType = AnyLakefrontError

/**
 * Takes back what was always allowed, from the next request on.
 *
 * @throws {AccessError} when the person may not revoke it.
 */
export async function revokeGrant(client: Client, parameters: RevokeGrantParameters): Promise<RevokeGrantReturnType> {
  return client.callTool('revoke_grant', parameters)
}
