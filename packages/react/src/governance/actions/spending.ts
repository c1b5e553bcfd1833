import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type SpendingParameters = ToolInput<'report_spending'> & { signal?: AbortSignal | undefined }
export type SpendingReturnType = ToolOutput<'report_spending'>
export type SpendingErrorType = AnyLakefrontError

/**
 * Reports what was spent: the person's own runs, or everybody's of the tenant for who may read those; `covers` says which.
 *
 * @param parameters.by - What each line stands for: a user, a source, a day or a question.
 * @param parameters.from - First day, `yyyy-mm-dd` in the tenant's time zone. Default: the first of this month.
 * @param parameters.to - Last day. Default: today.
 * @param parameters.limit - Most lines. Default 100; the total is over all of them.
 * @throws {RequestError} at a gateway without budgets.
 */
export async function spending(client: Client, { signal, ...input }: SpendingParameters): Promise<SpendingReturnType> {
  return client.callTool('report_spending', input, { signal })
}
