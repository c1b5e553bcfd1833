import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type SearchRecordsParameters = ToolInput<'search_records'> & { signal?: AbortSignal | undefined }
export type SearchRecordsReturnType = ToolOutput<'search_records'>
export type SearchRecordsErrorType = AnyLakefrontError

/**
 * Finds records by words in their name, live at the system that holds them.
 *
 * @param parameters.query - Words in the name; empty lists the first records.
 * @param parameters.limit - Most records in the reply.
 * @param parameters.offset - Records to pass over, for paging.
 * @throws {SourceError} when the system can not be read now.
 */
export async function searchRecords(
  client: Client,
  { signal, ...input }: SearchRecordsParameters,
): Promise<SearchRecordsReturnType> {
  return client.callTool('search_records', input, { signal })
}
