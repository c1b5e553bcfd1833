import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolOutput } from '@lakefront/contract'

export type BudgetParameters = { signal?: AbortSignal | undefined }
export type BudgetReturnType = ToolOutput<'read_budget'>
export type BudgetErrorType = AnyLakefrontError

/**
 * Tells how full the caps are that hold for the person, the fullest first. Amounts in US dollars.
 *
 * @throws {RequestError} at a gateway without budgets.
 */
export async function budget(client: Client, { signal }: BudgetParameters = {}): Promise<BudgetReturnType> {
  return client.callTool('read_budget', {}, { signal })
}
