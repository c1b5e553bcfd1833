import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type SimulateAutonomyParameters = ToolInput<'simulate_autonomy'> & { signal?: AbortSignal | undefined }
export type SimulateAutonomyReturnType = ToolOutput<'simulate_autonomy'>
export type SimulateAutonomyErrorType = AnyLakefrontError

/**
 * Says what would have become of past requests under a setting. Changes nothing.
 *
 * @param parameters.days - So many days back from now. Default 7, at most 366.
 * @throws {AccessError} when the person may neither decide nor administrate.
 */
export async function simulateAutonomy(
  client: Client,
  { signal, ...input }: SimulateAutonomyParameters,
): Promise<SimulateAutonomyReturnType> {
  return client.callTool('simulate_autonomy', input, { signal })
}
