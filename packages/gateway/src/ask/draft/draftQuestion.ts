import type { Claim } from '../read/claims.ts'
import type { Token } from '../read/tokens.ts'
import type { DraftState, Mode, Place } from './state.ts'
import { takeComparison } from './takeComparison.ts'
import { takeCue } from './takeCue.ts'
import { takeTerm } from './takeTerm.ts'
import { takeTime } from './takeTime.ts'
import { takeValue } from './takeValue.ts'
import { type Draft, emptyDraft } from './types.ts'

/** Puts the claims of a question, in their order, into their parts. */
export function draftQuestion(claims: readonly Claim[], tokens: readonly Token[]): Draft {
  const state: DraftState = { draft: emptyDraft(), mode: 'none', used: new Set(), tokens, leavesOut: undefined }
  claims.forEach((claim, index) => {
    if (state.used.has(claim)) return
    const left = countLeftOut(state.draft)
    state.mode = take({ claim, before: claims[index - 1], after: claims[index + 1] }, state)
    if (countLeftOut(state.draft) > left) state.leavesOut = undefined
  })
  if (state.leavesOut) state.draft.unused.push(state.leavesOut)
  comparePeriods(state.draft)
  divideByWhole(state.draft)
  rankDoers(state.draft)
  return state.draft
}

function take({ claim, before, after }: Place, state: DraftState): Mode {
  switch (claim.kind) {
    case 'cue':
      return takeCue({ claim, before, after }, state)
    case 'term':
      return takeTerm({ claim, before, after }, state)
    case 'grain':
      state.draft.groups.push({ kind: 'grain', grain: claim.grain })
      if (state.mode === 'top' && !claim.isPlural) state.draft.limit ??= 1
      return state.mode === 'by' ? 'by' : 'none'
    case 'time':
      return takeTime({ claim, before, after }, state)
    case 'compare':
      return takeComparison({ claim, before, after }, state)
    case 'top':
      state.draft.limit = claim.limit ?? state.draft.limit
      state.draft.order = {
        ...state.draft.order,
        descending: claim.descending,
        superlative: claim,
        isRecent: claim.isRecent,
      }
      return 'top'
    case 'value':
      return takeValue({ claim, before, after }, state)
  }
}

/** `compare 2024 and 2025`: two periods of one list are held against each other. */
function comparePeriods(draft: Draft): void {
  const [only, ...others] = draft.times
  if (!draft.isCompared || draft.versus || others.length > 0 || only?.ranges.length !== 2) return
  const [first, second] = only.ranges
  draft.times = [{ ...only, ranges: [second!] }]
  draft.versus = { ranges: [first!], unit: only.unit, isRelative: false }
}

/** `what share of revenue is shipping cost`: what was named second is the part. */
function divideByWhole(draft: Draft): void {
  const whole = draft.measures.find(({ isWhole }) => isWhole)
  if (!whole || draft.measures.length !== 2) return
  draft.measures = draft.measures.filter((measure) => measure !== whole)
  draft.ratios.push({ under: whole.term, asShare: true })
  draft.share = false
}

/** `which rep sold the most` asks for one. */
function rankDoers(draft: Draft): void {
  const [subject, ...others] = draft.subjects
  if (!draft.order?.superlative || draft.verbs.length === 0 || !subject || others.length > 0) return
  subject.isForced = true
  if (!subject.term.isPlural) draft.limit ??= 1
}

/** How many things are left out, or looked for the absence of. */
function countLeftOut({ values, times, attributeTimes, related }: Draft): number {
  return [...values, ...times, ...attributeTimes, ...related].filter(({ exclude }) => exclude).length
}
