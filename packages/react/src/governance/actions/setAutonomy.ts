import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type SetAutonomyParameters = ToolInput<'set_autonomy'>
export type SetAutonomyReturnType = ToolOutput<'set_autonomy'>
export type SetAutonomyErrorType = AnyLakefrontError

/**
 * Sets how much happens by itself, for everybody at the person's company, from the next request on.
 *
 * @param parameters.version - Of the setting that it was made from; refused when another holds by now.
 * @throws {AccessError} when the person is no administrator.
 */
export async function setAutonomy(client: Client, parameters: SetAutonomyParameters): Promise<SetAutonomyReturnType> {
  return client.callTool('set_autonomy', parameters)
}
