import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolInput, ToolOutput } from '@lakefront/contract'

export type CatalogParameters = ToolInput<'describe_catalog'> & { signal?: AbortSignal | undefined }
export type CatalogReturnType = ToolOutput<'describe_catalog'>
export type CatalogErrorType = AnyLakefrontError

/**
 * Describes what can be asked: sources, measures and dimensions, entities, questions to start with.
 *
 * @param parameters.source - Only this source; all of them when left out.
 */
export async function catalog(
  client: Client,
  { signal, ...input }: CatalogParameters = {},
): Promise<CatalogReturnType> {
  return client.callTool('describe_catalog', input, { signal })
}
