import { arrowStreamMediaType } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/client'
import { type ArrowStream, type ArrowStreamOptions, readArrowStream } from './arrowStream.ts'
import { requestBytes } from './requestBytes.ts'

/**
 * Where all rows of a result are, when the server says so. Only links to the server's own origin are followed: a result
 * must not make the gateway fetch from anywhere else.
 */
export function arrowLinkOf({ content }: CallToolResult, serverUrl: string | undefined): string | undefined {
  const link = content.find((block) => block.type === 'resource_link' && block.mimeType === arrowStreamMediaType)
  if (link?.type !== 'resource_link' || serverUrl === undefined || !URL.canParse(link.uri)) return undefined
  return new URL(link.uri).origin === new URL(serverUrl).origin ? link.uri : undefined
}

/** Opens the stream of a result that a tool has linked. */
export function followArrowLink(
  link: string,
  { headers, ...options }: ArrowStreamOptions & { headers?: Record<string, string> | undefined },
): Promise<ArrowStream> {
  const { source, title } = options
  return readArrowStream((signal) => requestBytes(link, { source, title, signal, headers }), options)
}
