import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type FederatedQueryParameters = ToolInput<'run_query'> & { signal?: AbortSignal | undefined }
export type FederatedQueryReturnType = ToolOutput<'run_query'>
export type FederatedQueryErrorType = AnyLakefrontError

/**
 * Runs one read-only SQL statement at one source.
 *
 * @param parameters.source - Source id from the catalog.
 * @param parameters.sql - A single `select` in the source's dialect; anything else is refused by the gateway.
 * @param parameters.maxRows - Reading stops after this many rows, and the result says `truncated`.
 * @param parameters.pageSize - Rows in the first page, by default 200; the rest is streamed. With 0 it answers once the columns
 *   are known, before the statement has run, and every row is streamed.
 *
 * @param parameters.approvalId - The approval that it is to run by, which is good for one run.
 * @param parameters.signal - Aborting it cancels the scan at the source, not only the wait.
 * @throws {StatementError} when the guard refuses the statement or the source does not accept it.
 * @throws {BudgetError} when it would cost too much; with `approval` where somebody has to agree first.
 * @throws {SourceError} when the source can not be read now.
 * @throws {GatewayUnreachableError} when no reply comes; safe to try again.
 */
export async function federatedQuery(
  client: Client,
  parameters: FederatedQueryParameters,
): Promise<FederatedQueryReturnType> {
  const { signal, ...input } = parameters
  return client.callTool('run_query', input, { signal })
}
