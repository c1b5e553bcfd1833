import type { Comparison, Grain, MemberRef, TimeRange } from '../intent.ts'
import { type Claim, type ClaimOf, dimensionsOf, entityOf, measuresOf } from '../read/claims.ts'
import type { Token } from '../read/tokens.ts'

type Term = ClaimOf<'term'>
type ValueClaim = ClaimOf<'value'>

/** A measure that was named, with all its readings. */
export type MeasureTerm = { term: Term; isPositive?: boolean | undefined }

export type GroupTerm = { kind: 'term'; term: Term } | { kind: 'grain'; grain: Grain }

/**
 * A question in parts, before it is settled which view each word belongs to. Everything in it is as the person said it;
 * nothing is guessed.
 */
export type Draft = {
  measures: MeasureTerm[]
  ratios: { under: Term }[]
  groups: GroupTerm[]
  /** What rows are about: `accounts` in `top 10 accounts`. */
  subjects: { term: Term; isForced: boolean }[]
  values: {
    claim: ValueClaim
    exclude: boolean
    bound?: readonly MemberRef[] | undefined
    boundEntity?: string | undefined
  }[]
  times: { ranges: readonly TimeRange[]; unit?: Grain | undefined; isRelative: boolean; exclude: boolean }[]
  attributeTimes: { term: Term; ranges: readonly TimeRange[]; exclude: boolean }[]
  comparisons: {
    comparison: Comparison
    isPercent: boolean
    measure?: Term | undefined
    attribute?: Term | undefined
  }[]
  related: { term: Term; exclude: boolean }[]
  order: { term?: Term | undefined; descending: boolean; isAlphabetical?: boolean } | undefined
  limit: number | undefined
  share: boolean
  growth: { against?: Grain | undefined } | undefined
  versus: { ranges: readonly TimeRange[]; unit?: Grain | undefined; isRelative: boolean } | undefined
  isCompared: boolean
  isCounted: boolean
  isListed: boolean
  includeEmpty: boolean
  refersTo: { entity?: string | undefined } | undefined
  /** Words that tie a question to the one before it. */
  isContinued: boolean
  isAdded: boolean
}

const emptyDraft = (): Draft => ({
  measures: [],
  ratios: [],
  groups: [],
  subjects: [],
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
  includeEmpty: false,
  refersTo: undefined,
  isContinued: false,
  isAdded: false,
})

type Mode = 'none' | 'by' | 'per' | 'sort' | 'without' | 'with' | 'not' | 'versus' | 'top' | 'count' | 'refer'

/** Puts the claims of a question, in their order, into their parts. */
export function draftQuestion(claims: readonly Claim[], tokens: readonly Token[]): Draft {
  const draft = emptyDraft()
  let mode: Mode = 'none'
  const used = new Set<Claim>()
  const near = (one: Claim | undefined, other: Claim | undefined): boolean => {
    if (!one || !other) return false
    const between = tokens.slice(Math.min(one.to, other.to), Math.max(one.from, other.from))
    return (
      between.length <= 2 &&
      between.every(({ norm }) =>
        ['of', 'the', 'is', 'in', 'was', '=', ':', 'called', 'named', 'a', 'an', 'are', 'to'].includes(norm),
      )
    )
  }
  const onlyCommas = (one: Claim, other: Claim) =>
    tokens.slice(one.to, other.from).every(({ norm }) => norm === ',' || norm === ';' || norm === '/')
  claims.forEach((claim, index) => {
    if (used.has(claim)) return
    const [before, after] = [claims[index - 1], claims[index + 1]]
    mode = next(claim, before, after)
  })
  return draft

  function next(claim: Claim, before: Claim | undefined, after: Claim | undefined): Mode {
    switch (claim.kind) {
      case 'cue':
        return takeCue(claim)
      case 'term':
        return takeTerm(claim, before, after)
      case 'grain':
        draft.groups.push({ kind: 'grain', grain: claim.grain })
        return mode === 'by' ? 'by' : 'none'
      case 'time':
        return takeTime(claim, before)
      case 'compare':
        return takeComparison(claim, before, after)
      case 'top':
        draft.limit = claim.limit ?? draft.limit
        draft.order = { ...draft.order, descending: claim.descending }
        return 'top'
      case 'value':
        return takeValue(claim, before)
    }
  }

  function takeCue(claim: ClaimOf<'cue'>): Mode {
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
      case 'with':
        return claim.cue
      case 'versus':
        draft.isCompared = true
        return 'versus'
      case 'compare':
        draft.isCompared = true
        return 'none'
      case 'share':
        draft.share = true
        return 'none'
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
      case 'refer':
        draft.refersTo = { ...draft.refersTo }
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
        if (claim.from === 0) draft.isListed = ['list', 'show', 'display', 'find'].includes(tokens[0]!.norm)
        return mode
      default:
        return mode
    }
  }

  function takeTerm(claim: Term, before: Claim | undefined, after: Claim | undefined): Mode {
    const [measures, dimensions, entity] = [measuresOf(claim), dimensionsOf(claim), entityOf(claim)]
    if (mode === 'refer' && entity && !claim.isPlural) {
      draft.refersTo = { entity }
      return 'none'
    }
    // A list of groups goes on with commas and `and` only: in `by customer for country "Germany"` the country is a filter.
    const isListed = before?.kind === 'cue' || (before !== undefined && onlyCommas(before, claim))
    if (mode === 'by' && !isListed) mode = 'none'
    if (mode !== 'by' && bind(claim, before, after)) return 'none'
    const isGroup = dimensions.length > 0 || entity !== undefined
    if (mode === 'by' || mode === 'per') return takeGroup(claim, isGroup)
    if (mode === 'sort') {
      draft.order = { descending: true, ...draft.order, term: claim }
      return 'none'
    }
    if ((mode === 'without' || mode === 'with') && measures.length > 0 && !isCompare(after)) {
      if (mode === 'without') draft.related.push({ term: claim, exclude: true })
      else draft.measures.push({ term: claim, isPositive: true })
      return 'none'
    }
    if (after?.kind === 'time' && dimensions.length > 0 && measures.length === 0 && near(claim, after)) {
      used.add(after)
      draft.attributeTimes.push({ term: claim, ranges: after.ranges, exclude: mode === 'not' })
      return 'none'
    }
    if (mode === 'top') return takeSuperlative(claim, isGroup)
    if (mode === 'count' || measures.length === 0) {
      if (isGroup) draft.subjects.push({ term: claim, isForced: false })
      else draft.measures.push({ term: claim })
      return 'none'
    }
    if (isGroup && entity) draft.subjects.push({ term: claim, isForced: false })
    else draft.measures.push({ term: claim })
    return mode === 'with' ? 'with' : 'none'
  }

  function takeGroup(claim: Term, isGroup: boolean): Mode {
    const isMeasureOnly = !isGroup
    const ranksSubject = draft.order !== undefined && draft.subjects.some(({ isForced }) => isForced)
    if (isMeasureOnly && mode === 'per' && draft.measures.length > 0) draft.ratios.push({ under: claim })
    else if (isMeasureOnly || (ranksSubject && measuresOf(claim).length > 0)) {
      draft.order = { descending: true, ...draft.order, term: claim }
    } else draft.groups.push({ kind: 'term', term: claim })
    return 'by'
  }

  function takeSuperlative(claim: Term, isGroup: boolean): Mode {
    const hasSubject = draft.subjects.length > 0
    if (isGroup && !(hasSubject && measuresOf(claim).length > 0)) {
      draft.subjects.push({ term: claim, isForced: true })
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

  /** `Cleveland territory`, `territory "Erie"`: the dimension says which reading of the value is meant. */
  function bind(claim: Term, before: Claim | undefined, after: Claim | undefined): boolean {
    const dimensions = dimensionsOf(claim)
    const entity = entityOf(claim)
    for (const neighbour of [after, before]) {
      if (neighbour?.kind !== 'value' || !near(claim, neighbour)) continue
      const bound = dimensions.filter((ref) =>
        neighbour.found.some((found) => found.ref.view === ref.view && found.ref.member === ref.member),
      )
      if (bound.length === 0 && !(entity && neighbour === after)) continue
      const known = draft.values.find((value) => value.claim === neighbour)
      if (known?.bound || known?.boundEntity) continue
      if (bound.length === 0 && entity) {
        if (claim.isPlural) continue
        if (known) known.boundEntity = entity
        else addValue(neighbour, mode === 'not' || mode === 'without', { boundEntity: entity })
        return true
      }
      if (known) known.bound = bound
      else addValue(neighbour, mode === 'not' || mode === 'without', { bound })
      return true
    }
    return false
  }

  function addValue(claim: ValueClaim, exclude: boolean, binding: Partial<Draft['values'][number]>): void {
    used.add(claim)
    draft.values.push({ claim, exclude, ...binding })
  }

  function takeValue(claim: ValueClaim, before: Claim | undefined): Mode {
    const isJoined = before?.kind === 'value' || before?.kind === 'cue' || near(before, claim)
    const exclude = (mode === 'not' || mode === 'without') && isJoined
    addValue(claim, exclude, {})
    return exclude || mode === 'versus' ? mode : 'none'
  }

  function takeTime(claim: ClaimOf<'time'>, before: Claim | undefined): Mode {
    const { ranges, unit, isRelative } = claim
    const last = draft.subjects.at(-1)
    if (mode === 'versus') {
      draft.versus = { ranges, unit, isRelative }
      return 'none'
    }
    if (before?.kind === 'term' && last?.term === before && entityOf(before) === undefined && near(before, claim)) {
      draft.subjects.pop()
      draft.attributeTimes.push({ term: before, ranges, exclude: mode === 'not' })
      return 'none'
    }
    const exclude = before?.kind === 'cue' && before.cue === 'not'
    draft.times.push({ ranges, unit, isRelative, exclude })
    return 'none'
  }

  function takeComparison(claim: ClaimOf<'compare'>, before: Claim | undefined, after: Claim | undefined): Mode {
    const { comparison, isPercent } = claim
    const isMeasure = (other: Claim | undefined): other is Term =>
      other?.kind === 'term' && measuresOf(other).length > 0
    if (isMeasure(before) && near(before, claim)) {
      draft.comparisons.push({ comparison, isPercent, measure: before })
      return 'none'
    }
    if (isMeasure(after) && near(claim, after)) {
      used.add(after)
      draft.measures.push({ term: after })
      draft.comparisons.push({ comparison, isPercent, measure: after })
      return 'none'
    }
    const last = draft.subjects.at(-1)
    if (before?.kind === 'term' && last?.term === before && near(before, claim)) {
      draft.subjects.pop()
      draft.comparisons.push({ comparison, isPercent, attribute: before })
      return 'none'
    }
    draft.comparisons.push({ comparison, isPercent })
    return 'none'
  }
}

const isCompare = (claim: Claim | undefined) => claim?.kind === 'compare'
