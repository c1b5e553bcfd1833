import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** RFC 8785: one text for one value, whoever writes it. Half surrogates, which JSON texts cannot hold, are replaced. */
export function canonicalJson(value: unknown): string {
  const plain = JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  )
  return canonicalize(plain) ?? 'null'
}

/** SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What the first entry of a chain follows. */
export const noHash = '0'.repeat(64)
