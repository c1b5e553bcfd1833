import { createHash } from 'node:crypto'
import type { ShownEffect } from '@lakefront/contract'
import canonicalize from 'canonicalize'

/**
 * What was shown, as the text and the digest that a decision is bound to.
 *
 * @see RFC 8785, JSON Canonicalization Scheme.
 */
export function hashShown(shown: ShownEffect): { text: string; hash: string } {
  const text = canonicalize(shown)!
  return { text, hash: createHash('sha256').update(text).digest('hex') }
}
