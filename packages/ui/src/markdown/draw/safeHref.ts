/** An address that may be followed, and the host that it leads to when that is not the page's own. */
export type SafeHref = { leavesTo?: string | undefined }

const webProtocols = new Set(['http:', 'https:'])
const appProtocols = new Set(['mailto:', 'tel:'])
const nowhere = 'https://relative.invalid'

/**
 * Decides whether an address may be followed: `undefined` for `javascript:`, `data:` and every other scheme but the few
 * that are known, for one that hides its host behind a name and password, and for everything that cannot be read.
 *
 * @param origin - Of the page; empty where there is no page.
 */
export function safeHref(href: string, origin: string): SafeHref | undefined {
  if (!URL.canParse(href, nowhere)) return undefined
  const { protocol, origin: target, host, username, password } = new URL(href, nowhere)
  if (appProtocols.has(protocol)) return {}
  if (!webProtocols.has(protocol) || username || password) return undefined
  return { leavesTo: target === nowhere || target === origin ? undefined : host }
}
