import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type CreateRecordParameters = ToolInput<'create_record'>
export type CreateRecordReturnType = ToolOutput<'create_record'>
export type CreateRecordErrorType = AnyLakefrontError

/**
 * Asks for a new record. Unless the policy lets it happen by itself, the reply is a request that somebody has to decide.
 *
 * @param parameters.values - What is to stand in it, by column.
 * @param parameters.requestId - A UUID that names the wish: asking again with it does nothing twice.
 * @throws {RequestError} when the record cannot be made like this; nobody is asked then.
 */
export async function createRecord(
  client: Client,
  parameters: CreateRecordParameters,
): Promise<CreateRecordReturnType> {
  return client.callTool('create_record', parameters)
}
