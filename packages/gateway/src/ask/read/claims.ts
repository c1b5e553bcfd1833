import type { Comparison, Grain, MemberRef, TimeRange } from '../intent.ts'
import type { FoundValue } from '../values/lookup.ts'
import type { Entry } from './lexicon.ts'

/** Words that steer how the terms around them are read. */
export type Cue =
  | 'by'
  | 'per'
  | 'and'
  | 'not'
  | 'without'
  | 'with'
  | 'versus'
  | 'compare'
  | 'share'
  | 'share-of'
  | 'growth'
  | 'sort'
  | 'ascending'
  | 'descending'
  | 'alphabetical'
  | 'count'
  | 'ask'
  | 'refer'
  | 'include-empty'
  | 'only'
  | 'also'
  | 'new'
  | 'money'
  | 'again'
  | 'filler'

/** What a stretch of a question was read as. Tokens `from` up to but without `to`. */
export type Claim = { from: number; to: number } & (
  | { kind: 'term'; entries: readonly Entry[]; isPlural: boolean; isVerb?: boolean | undefined }
  | { kind: 'grain'; grain: Grain; isTrend: boolean; isPlural: boolean }
  | { kind: 'time'; ranges: readonly TimeRange[]; unit?: Grain | undefined; isRelative: boolean }
  | { kind: 'compare'; comparison: Comparison; isPercent: boolean; isMoney: boolean }
  | { kind: 'top'; limit: number | undefined; descending: boolean; isRecent: boolean }
  | { kind: 'cue'; cue: Cue; against?: Grain | undefined }
  | { kind: 'value'; found: readonly FoundValue[]; text: string }
)

export type ClaimOf<kind extends Claim['kind']> = Extract<Claim, { kind: kind }>

/** The dimension readings of a term. */
export function dimensionsOf(claim: ClaimOf<'term'>): MemberRef[] {
  return claim.entries.flatMap((entry) => (entry.kind === 'dimension' ? [entry.ref] : []))
}

/** The measure readings of a term. */
export function measuresOf(claim: ClaimOf<'term'>): MemberRef[] {
  return claim.entries.flatMap((entry) => (entry.kind === 'measure' ? [entry.ref] : []))
}

/** The entity that a term names. */
export function entityOf(claim: ClaimOf<'term'>): string | undefined {
  const entry = claim.entries.find(({ kind }) => kind === 'entity')
  return entry?.kind === 'entity' ? entry.entity : undefined
}
