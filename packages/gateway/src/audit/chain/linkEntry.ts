import type { AuditBody, AuditEntry } from '../types.ts'
import { canonicalJson, sha256 } from './canonicalJson.ts'
import type { Place, StoredEntry } from './checkLink.ts'

export type EntryToLink = { tenantId: string; previous: Place; body: AuditBody; recordedAt: string }

/** The next entry of a chain, bound to its tenant, its place and everything before it. */
export function linkEntry({ tenantId, previous, body, recordedAt }: EntryToLink): StoredEntry {
  const sequence = previous.sequence + 1
  const whole: AuditEntry = { ...body, version: 1, tenantId, sequence, recordedAt, previousHash: previous.hash }
  const entry = canonicalJson(whole)
  return { sequence, entry, hash: sha256(entry) }
}
