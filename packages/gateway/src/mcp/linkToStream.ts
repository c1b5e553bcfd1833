import { arrowStreamMediaType, type ResultPage } from '@lakefront/contract'
import type { ResourceLink } from '@modelcontextprotocol/server'

/** Links a result's Arrow stream, which any peer with the same token can read. */
export function linkToStream(page: ResultPage | undefined, origin: string): ResourceLink | undefined {
  if (!page) return undefined
  return {
    type: 'resource_link',
    uri: new URL(page.url, origin).href,
    name: page.handle,
    title: 'All rows as an Arrow stream',
    mimeType: arrowStreamMediaType,
  }
}
