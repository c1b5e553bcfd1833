import type { TrustedKeys } from './auditKeys.ts'
import { beginning, type Place, problemOfLink, type StoredEntry } from './checkLink.ts'
import { problemOfHead } from './problemOfHead.ts'
import type { SignedHead } from './signedHead.ts'

/** What verifying a tenant's chain came to. */
export type ChainReport = {
  tenantId: string
  /** Entries that are proven to be what was written, from the first one on. */
  entryCount: number
  /** The first link that does not hold. */
  broken?: { sequence: number; problem: string } | undefined
}

export type ChainToCheck = {
  tenantId: string
  /** Everything that is stored for the tenant, in order. */
  entries: Iterable<StoredEntry> | AsyncIterable<StoredEntry>
  /** What is stored as the signed end. */
  signed: string | undefined
  /** Ends of this chain that were anchored elsewhere. */
  anchors: readonly SignedHead[]
  keys: TrustedKeys
}

/** Verifies a chain from its first entry to its signed head, and against what was anchored elsewhere. */
export async function checkChain({ tenantId, entries, signed, anchors, keys }: ChainToCheck): Promise<ChainReport> {
  const anchored = new Map(anchors.map((anchor) => [anchor.sequence, anchor]))
  let place: Place = beginning
  const report = (problem?: string): ChainReport => ({
    tenantId,
    entryCount: place.sequence,
    ...(problem !== undefined && { broken: { sequence: place.sequence + 1, problem } }),
  })
  for await (const stored of entries) {
    const problem = problemOfLink(tenantId, place, stored) ?? problemOfAnchor(stored, anchored.get(stored.sequence))
    if (problem !== undefined) return report(problem)
    place = stored
  }
  const last = Math.max(0, ...anchored.keys())
  if (last > place.sequence) return report(`the chain was anchored up to entry ${last}, and ends before`)
  return report(problemOfHead({ tenantId, place, signed, keys }))
}

function problemOfAnchor({ hash }: Place, anchor: SignedHead | undefined): string | undefined {
  return anchor && anchor.hash !== hash ? 'another entry was anchored in its place' : undefined
}
