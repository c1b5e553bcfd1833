const allowedProtocols = new Set(['http:', 'https:', 'mailto:'])

/** An address that may be followed; `undefined` for `javascript:`, `data:` and everything that cannot be read. */
export function safeHref(href: string): string | undefined {
  try {
    const { protocol, href: absolute } = new URL(href)
    return allowedProtocols.has(protocol) ? absolute : undefined
  } catch {
    return undefined
  }
}
