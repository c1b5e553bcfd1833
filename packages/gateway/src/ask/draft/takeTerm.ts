import { type Claim, dimensionsOf, entityOf, measuresOf } from '../read/claims.ts'
import { bindToValue } from './bindToValue.ts'
import { type DraftState, isNear, type Mode, onlyCommas, type Place } from './state.ts'
import type { Term, ValueClaim } from './types.ts'

type TermPlace = Place<Term>

/** Puts a word of the model where its surroundings want it: as a measure, a group, a subject or a condition. */
export function takeTerm(place: TermPlace, state: DraftState): Mode {
  const { claim } = place
  const entity = entityOf(claim)
  if (claim.isVerb) return takeVerb(claim, state)
  if (state.mode === 'refer' && entity && !claim.isPlural) {
    state.draft.refersTo = { entity, from: state.draft.refersTo?.from ?? claim.from, to: claim.to }
    return 'none'
  }
  if (state.mode === 'by' && !isListed(place, state)) state.mode = 'none'
  if (state.mode !== 'by' && state.mode !== 'per' && bindToValue(place, state)) return 'none'
  if (isMismatched(place, state)) {
    state.draft.mismatched = { value: place.before as ValueClaim, term: claim }
    return 'none'
  }
  return takeByMode(place, state) ?? takePlain(place, state)
}

/** `the Great Lakes region`, where no region is called that. */
function isMismatched({ claim, before }: TermPlace, { mode }: DraftState): boolean {
  const isAttribute = dimensionsOf(claim).length > 0 && measuresOf(claim).length === 0 && entityOf(claim) === undefined
  return mode === 'none' && isAttribute && !claim.isPlural && before?.kind === 'value' && before.to === claim.from
}

/** A list of groups goes on with commas and `and` only: in `by customer for country "Germany"` the country is a filter. */
const isListed = ({ claim, before }: TermPlace, state: DraftState) =>
  before?.kind === 'cue' || (before !== undefined && onlyCommas(before, claim, state))

function takeVerb(claim: Term, { draft, mode }: DraftState): Mode {
  if (mode === 'without' || mode === 'not') draft.related.push({ term: claim, exclude: true })
  else draft.verbs.push(claim)
  // In `best selling product` the product is still to come.
  return mode === 'top' ? 'top' : 'none'
}

function takeByMode(place: TermPlace, state: DraftState): Mode | undefined {
  const { claim, after } = place
  const { draft, mode } = state
  const isMeasure = measuresOf(claim).length > 0
  switch (mode) {
    case 'by':
    case 'per':
      return takeGroup(claim, state)
    case 'share':
      return takeWhole(claim, state)
    case 'sort':
      draft.order = { descending: true, ...draft.order, term: claim }
      return 'none'
    case 'without':
    case 'not':
      if (!isMeasure || isCompare(after)) return undefined
      draft.related.push({ term: claim, exclude: true })
      return 'none'
    case 'with':
      if (!isMeasure || isCompare(after)) return undefined
      draft.measures.push({ term: claim, isPositive: true })
      return 'none'
    default:
      return undefined
  }
}

function takePlain({ claim, after }: TermPlace, state: DraftState): Mode {
  const { draft, mode, used } = state
  const isMeasure = measuresOf(claim).length > 0
  if (after?.kind === 'time' && dimensionsOf(claim).length > 0 && !isMeasure && isNear(claim, after, state)) {
    used.add(after)
    draft.attributeTimes.push({ term: claim, ranges: after.ranges, exclude: mode === 'not' })
    return 'none'
  }
  const isRecentRecord = draft.order?.isRecent && isMeasure
  if (mode === 'top' && !isRecentRecord) return takeSuperlative(claim, state)
  const isSubject = isGroup(claim) && (mode === 'count' || !isMeasure || entityOf(claim) !== undefined)
  if (isSubject) draft.subjects.push({ term: claim, isForced: false })
  else draft.measures.push({ term: claim })
  return mode === 'with' ? 'with' : 'none'
}

const isGroup = (claim: Term) => dimensionsOf(claim).length > 0 || entityOf(claim) !== undefined

function takeGroup(claim: Term, { draft, mode }: DraftState): Mode {
  const ranksSubject = draft.order !== undefined && draft.subjects.some(({ isForced }) => isForced)
  const isMeasure = measuresOf(claim).length > 0
  if (!isGroup(claim) && mode === 'per' && draft.measures.length > 0)
    draft.ratios.push({ under: claim, asShare: false })
  else if (!isGroup(claim) || (ranksSubject && isMeasure)) {
    draft.order = { descending: true, ...draft.order, term: claim }
  } else draft.groups.push({ kind: 'term', term: claim })
  return 'by'
}

/** `as a share of revenue` divides the measure before; `share of revenue by category` has none, and asks for parts. */
function takeWhole(claim: Term, { draft }: DraftState): Mode {
  if (measuresOf(claim).length > 0 && draft.measures.length > 0) draft.ratios.push({ under: claim, asShare: true })
  else {
    draft.share = true
    if (measuresOf(claim).length > 0) draft.measures.push({ term: claim, isWhole: true })
    else draft.subjects.push({ term: claim, isForced: false })
  }
  return 'none'
}

function takeSuperlative(claim: Term, { draft }: DraftState): Mode {
  if (isGroup(claim) && !(draft.subjects.length > 0 && measuresOf(claim).length > 0)) {
    draft.subjects.push({ term: claim, isForced: true })
    if (!claim.isPlural && draft.limit === undefined) draft.limit = 1
    return 'none'
  }
  draft.order = { descending: true, ...draft.order, term: claim }
  const [subject] = draft.subjects
  if (subject) {
    subject.isForced = true
    if (!subject.term.isPlural && draft.limit === undefined) draft.limit = 1
  }
  return 'none'
}

const isCompare = (claim: Claim | undefined) => claim?.kind === 'compare'
