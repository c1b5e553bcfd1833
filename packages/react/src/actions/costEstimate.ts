import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type CostEstimateParameters = ToolInput<'estimate_query'> & { signal?: AbortSignal | undefined }
export type CostEstimateReturnType = ToolOutput<'estimate_query'>
export type CostEstimateErrorType = AnyLakefrontError

/**
 * Says what one read-only SQL statement would read and cost. Runs nothing. What is not known is `null`, never zero.
 *
 * @param parameters.source - Source id from the catalog.
 * @param parameters.sql - A single `select` in the source's dialect.
 * @throws {StatementError} when the guard refuses the statement.
 * @throws {SourceError} when there is no such source.
 */
export async function costEstimate(
  client: Client,
  { signal, ...input }: CostEstimateParameters,
): Promise<CostEstimateReturnType> {
  return client.callTool('estimate_query', input, { signal })
}
