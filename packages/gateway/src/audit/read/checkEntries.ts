import type { AuditChain } from '@lakefront/contract'
import type { TrustedKeys } from '../chain/auditKeys.ts'
import { beginning, problemOfLink, type StoredEntry } from '../chain/checkLink.ts'
import { problemOfHead } from '../chain/problemOfHead.ts'

export type EntriesToCheck = {
  tenantId: string
  /** Places of the entries that are shown. */
  shown: readonly number[]
  /** These entries and, as far as they exist, the ones at {@link placesAround} them. */
  entries: readonly StoredEntry[]
  /** The last entry of the chain; `undefined` when there is none. */
  last: StoredEntry | undefined
  /** What is stored as the signed end. */
  signed: string | undefined
  keys: TrustedKeys
}

type Broken = NonNullable<AuditChain['firstBroken']>

/** An entry, what it follows, and what follows it: only together do they show that it is in its place. */
export function placesAround(shown: readonly number[]): readonly number[] {
  return [...new Set(shown.flatMap((place) => [place - 1, place, place + 1]))]
}

/** Whether the entries that are shown are what was written, each in its place, and the chain ends where it was signed. */
export function checkEntries({ tenantId, shown, entries, last, signed, keys }: EntriesToCheck): AuditChain {
  const length = last?.sequence ?? 0
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]))
  const checked = [...new Set(shown.flatMap((place) => [place, place + 1]))].filter((place) => place <= length)
  const links = checked.sort((one, other) => one - other).flatMap((place) => checkLink(tenantId, place, bySequence))
  const firstBroken = links[0] ?? checkEnd({ tenantId, last, signed, keys }) ?? null
  return { length, isWhole: firstBroken === null, firstBroken }
}

function checkLink(tenantId: string, sequence: number, entries: ReadonlyMap<number, StoredEntry>): Broken[] {
  const previous = sequence === 1 ? beginning : entries.get(sequence - 1)
  const stored = entries.get(sequence)
  const missing = !previous ? sequence - 1 : sequence
  if (!previous || !stored) return [{ sequence: missing, message: `entry ${missing} is missing` }]
  const message = problemOfLink(tenantId, previous, stored)
  return message === undefined ? [] : [{ sequence, message }]
}

function checkEnd({ tenantId, last, signed, keys }: Pick<EntriesToCheck, 'tenantId' | 'last' | 'signed' | 'keys'>) {
  if (!last && signed === undefined) return undefined
  const place = last ?? beginning
  const message = problemOfHead({ tenantId, place, signed, keys })
  return message === undefined ? undefined : { sequence: place.sequence + 1, message }
}
