import { type ClaimOf, entityOf } from '../read/claims.ts'
import { type DraftState, isNear, type Mode, type Place } from './state.ts'

/** Puts a period where it belongs: to the date just named, to a comparison of periods, or to the whole question. */
export function takeTime({ claim, before }: Place<ClaimOf<'time'>>, state: DraftState): Mode {
  const { draft, mode } = state
  const { ranges, unit, isRelative } = claim
  const last = draft.subjects.at(-1)
  if (mode === 'versus') {
    draft.versus = { ranges, unit, isRelative }
    return 'none'
  }
  if (
    before?.kind === 'term' &&
    last?.term === before &&
    entityOf(before) === undefined &&
    isNear(before, claim, state)
  ) {
    draft.subjects.pop()
    draft.attributeTimes.push({ term: before, ranges, exclude: mode === 'not' })
    return 'none'
  }
  const exclude = before?.kind === 'cue' && before.cue === 'not'
  const of = draft.related.find(({ term }) => term === before)?.term
  draft.times.push({ ranges, unit, isRelative, exclude, of })
  return 'none'
}
