import type { AuditEntry } from '../types.ts'
import { canonicalJson, noHash, sha256 } from './canonicalJson.ts'

/** An entry as the store holds it. */
export type StoredEntry = { sequence: number; entry: string; hash: string }

/** Where a chain is at; before its first entry it is at nothing. */
export type Place = { sequence: number; hash: string }

/** Before the first entry. */
export const beginning: Place = { sequence: 0, hash: noHash }

/** What is wrong with the entry that follows a place; `undefined` when it truly is the next one. */
export function problemOfLink(tenantId: string, previous: Place, stored: StoredEntry): string | undefined {
  const expected = previous.sequence + 1
  if (stored.sequence !== expected) return `entry ${expected} is missing`
  if (sha256(stored.entry) !== stored.hash) return 'its content does not match its hash'
  const entry = parse(stored.entry)
  if (!entry) return 'its content is not canonical JSON'
  if (entry.tenantId !== tenantId) return `it belongs to the tenant ${entry.tenantId}`
  if (entry.sequence !== expected) return `it was written as entry ${entry.sequence}`
  if (entry.previousHash !== previous.hash) return 'it does not follow the entry before it'
  return undefined
}

function parse(text: string): AuditEntry | undefined {
  try {
    const entry = JSON.parse(text) as AuditEntry
    return canonicalJson(entry) === text ? entry : undefined
  } catch {
    return undefined
  }
}
