import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type RecordParameters = ToolInput<'get_record'> & { signal?: AbortSignal | undefined }
export type RecordReturnType = ToolOutput<'get_record'>
export type RecordErrorType = AnyLakefrontError

/**
 * Reads one record live from the systems that hold its sections. A section that could not be read says so itself.
 *
 * @param parameters.entity - Name of the entity in the gateway's configuration, such as `account`.
 * @param parameters.id - The record's key.
 * @param parameters.sections - Only these sections; all of them when left out.
 * @throws {RequestError} with code `record-not-found` or `unknown-entity`.
 */
export async function record(client: Client, { signal, ...input }: RecordParameters): Promise<RecordReturnType> {
  return client.callTool('get_record', input, { signal })
}
