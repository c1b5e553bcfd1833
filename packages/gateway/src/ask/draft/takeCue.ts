import type { ClaimOf } from '../read/claims.ts'
import type { DraftState, Mode, Place } from './state.ts'

const listing = new Set(['list', 'show', 'display', 'find', 'give', 'get', 'see', 'pull'])

/** Lets a steering word change how what follows is read. */
export function takeCue(place: Place<ClaimOf<'cue'>>, state: DraftState): Mode {
  const { claim } = place
  const { draft, mode } = state
  switch (claim.cue) {
    case 'by':
      return mode === 'sort' ? 'sort' : 'by'
    case 'per':
      return 'per'
    case 'and':
      if (claim.from === 0) draft.isContinued = true
      return mode === 'by' || mode === 'not' || mode === 'versus' ? mode : 'none'
    case 'not':
    case 'without':
      state.leavesOut = claim
      return claim.cue
    case 'with':
      return mode === 'without' ? 'without' : 'with'
    case 'versus':
      draft.isCompared = true
      return 'versus'
    case 'compare':
      draft.isCompared = true
      return 'none'
    case 'share':
      draft.share = true
      return 'none'
    case 'share-of':
      return 'share'
    case 'growth':
      draft.growth = { ...draft.growth, ...(claim.against && { against: claim.against }) }
      return mode
    case 'sort':
      draft.order = { descending: true, ...draft.order }
      return 'sort'
    case 'ascending':
    case 'descending':
      draft.order = { ...draft.order, descending: claim.cue === 'descending' }
      return 'none'
    case 'alphabetical':
      draft.order = { descending: false, isAlphabetical: true }
      return 'none'
    case 'count':
      draft.isCounted = true
      return 'count'
    case 'include-empty':
      draft.includeEmpty = true
      return 'none'
    case 'new':
      draft.isNew = claim
      return mode
    case 'money':
      return takeMoney(place, state)
    case 'refer':
      draft.refersTo = { ...draft.refersTo, from: claim.from, to: claim.to }
      return 'refer'
    case 'again':
    case 'only':
      if (claim.cue === 'only' || claim.from <= 1) draft.isContinued = true
      return 'none'
    case 'also':
      draft.isAdded = true
      draft.isContinued = true
      return 'none'
    case 'ask':
      draft.isListed ||= isListing(claim, state)
      return mode
    default:
      return mode
  }
}

/** `list`, `please show me`, `can you give me`: only at the start do these words ask for a list. */
function isListing({ from, to }: ClaimOf<'cue'>, { tokens }: DraftState): boolean {
  return from <= 3 && tokens.slice(from, to).some(({ norm }) => listing.has(norm))
}

function takeMoney({ claim, before, after }: Place<ClaimOf<'cue'>>, { draft, mode }: DraftState): Mode {
  const besides = [before, after].find((other) => other?.kind === 'term' && other.entries.length > 0)
  draft.moneyWords.push({ from: claim.from, to: claim.to, term: besides?.kind === 'term' ? besides : undefined })
  return mode
}
