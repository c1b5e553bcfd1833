import { type Claim, type ClaimOf, measuresOf } from '../read/claims.ts'
import { type DraftState, isNear, type Mode, type Place } from './state.ts'
import type { Term } from './types.ts'

/** Ties a comparison to the measure or the attribute beside it; else it is about what is measured. */
export function takeComparison({ claim, before, after }: Place<ClaimOf<'compare'>>, state: DraftState): Mode {
  const { draft, used } = state
  const { comparison, isPercent, isMoney } = claim
  const said = { comparison, isPercent, isMoney }
  // In `by account over 1000` the account is a group, although accounts can be counted.
  const isGroup = state.mode === 'by' || state.mode === 'per'
  if (!isGroup && isMeasure(before) && isNear(before, claim, state)) {
    draft.comparisons.push({ ...said, measure: before })
    return 'none'
  }
  if (isMeasure(after) && isNear(claim, after, state)) {
    used.add(after)
    draft.measures.push({ term: after })
    draft.comparisons.push({ ...said, measure: after })
    return 'none'
  }
  const last = draft.subjects.at(-1)
  if (before?.kind === 'term' && last?.term === before && isNear(before, claim, state)) {
    draft.subjects.pop()
    draft.comparisons.push({ ...said, attribute: before })
    return 'none'
  }
  draft.comparisons.push(said)
  return 'none'
}

const isMeasure = (claim: Claim | undefined): claim is Term => claim?.kind === 'term' && measuresOf(claim).length > 0
