import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type UpdateRecordParameters = ToolInput<'update_record'>
export type UpdateRecordReturnType = ToolOutput<'update_record'>
export type UpdateRecordErrorType = AnyLakefrontError

/**
 * Asks for a change of a record. Unless the policy lets it happen by itself, the reply is a request that somebody has to
 * decide.
 *
 * @param parameters.values - What is to stand in it, by column; other columns stay.
 * @param parameters.requestId - A UUID that names the wish: asking again with it does nothing twice.
 * @throws {RequestError} when the record cannot be changed like this; nobody is asked then.
 */
export async function updateRecord(
  client: Client,
  parameters: UpdateRecordParameters,
): Promise<UpdateRecordReturnType> {
  return client.callTool('update_record', parameters)
}
