import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type GrantsParameters = ToolInput<'list_grants'> & { signal?: AbortSignal | undefined }
export type GrantsReturnType = ToolOutput<'list_grants'>
export type GrantsErrorType = AnyLakefrontError

/**
 * Lists what is always allowed: to the person, and to others where the person may decide.
 *
 * @param parameters.which - `open` for those that hold (the default), `ended` for those that were revoked.
 */
export async function grants(client: Client, { signal, ...input }: GrantsParameters = {}): Promise<GrantsReturnType> {
  return client.callTool('list_grants', input, { signal })
}
