import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolOutput } from '@lakefront/contract'

export type AutonomyParameters = { signal?: AbortSignal | undefined }
export type AutonomyReturnType = ToolOutput<'read_autonomy'>
export type AutonomyErrorType = AnyLakefrontError

/** Says how much happens by itself at the person's company, and whether the person may change it. */
export async function autonomy(client: Client, { signal }: AutonomyParameters = {}): Promise<AutonomyReturnType> {
  return client.callTool('read_autonomy', {}, { signal })
}
