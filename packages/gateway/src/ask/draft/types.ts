import type { Comparison, Grain, MemberRef, TimeRange } from '../intent.ts'
import type { ClaimOf } from '../read/claims.ts'

export type Term = ClaimOf<'term'>
export type ValueClaim = ClaimOf<'value'>

/** A measure that was named, with all its readings. */
export type MeasureTerm = {
  term: Term
  isPositive?: boolean | undefined
  /** `share of revenue`: a measure named after it is divided by it. */
  isWhole?: boolean | undefined
}

export type GroupTerm = { kind: 'term'; term: Term } | { kind: 'grain'; grain: Grain }

export type DraftOrder = {
  term?: Term | undefined
  descending: boolean
  isAlphabetical?: boolean | undefined
  /** Where a superlative stands, such as `best`: it needs something to rank by. */
  superlative?: { from: number; to: number } | undefined
  /** `latest`: ranked by when it happened. */
  isRecent?: boolean | undefined
}

export type DraftValue = {
  claim: ValueClaim
  exclude: boolean
  bound?: readonly MemberRef[] | undefined
  boundEntity?: string | undefined
}

/**
 * A question in parts, before it is settled which view each word belongs to. Everything in it is as the person said it;
 * nothing is guessed.
 */
export type Draft = {
  measures: MeasureTerm[]
  /** What the measure before is divided by: `per order`, or `as a share of revenue`. */
  ratios: { under: Term; asShare: boolean }[]
  groups: GroupTerm[]
  /** What rows are about: `accounts` in `top 10 accounts`. */
  subjects: { term: Term; isForced: boolean }[]
  /** What was done, such as `sold`; it measures when nothing else does. */
  verbs: Term[]
  values: DraftValue[]
  times: {
    ranges: readonly TimeRange[]
    unit?: Grain | undefined
    isRelative: boolean
    exclude: boolean
    of?: Term | undefined
  }[]
  attributeTimes: { term: Term; ranges: readonly TimeRange[]; exclude: boolean }[]
  comparisons: {
    comparison: Comparison
    isPercent: boolean
    isMoney: boolean
    measure?: Term | undefined
    attribute?: Term | undefined
  }[]
  related: { term: Term; exclude: boolean }[]
  order: DraftOrder | undefined
  limit: number | undefined
  share: boolean
  growth: { against?: Grain | undefined } | undefined
  versus: { ranges: readonly TimeRange[]; unit?: Grain | undefined; isRelative: boolean } | undefined
  isCompared: boolean
  isCounted: boolean
  isListed: boolean
  /** Only what came into being in the time asked about, as in `new accounts`. */
  isNew: { from: number; to: number } | undefined
  includeEmpty: boolean
  refersTo: { entity?: string | undefined; from: number; to: number } | undefined
  /** Words that tie a question to the one before it. */
  isContinued: boolean
  isAdded: boolean
  /** `value` or `amount`, with the measures beside it, which must then be of money. */
  moneyWords: { from: number; to: number; term: Term | undefined }[]
  /** A value beside a dimension that does not hold it, as in `Great Lakes region`. */
  mismatched: { value: ValueClaim; term: Term } | undefined
  /** Stretches that were read and then came to nothing. */
  unused: { from: number; to: number }[]
}

/** A draft of a question that says nothing yet. */
export const emptyDraft = (): Draft => ({
  measures: [],
  ratios: [],
  groups: [],
  subjects: [],
  verbs: [],
  values: [],
  times: [],
  attributeTimes: [],
  comparisons: [],
  related: [],
  order: undefined,
  limit: undefined,
  share: false,
  growth: undefined,
  versus: undefined,
  isCompared: false,
  isCounted: false,
  isListed: false,
  isNew: undefined,
  includeEmpty: false,
  refersTo: undefined,
  isContinued: false,
  isAdded: false,
  moneyWords: [],
  mismatched: undefined,
  unused: [],
})
