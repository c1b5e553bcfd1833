import type { Claim } from '../read/claims.ts'
import { dimensionsOf } from '../read/claims.ts'
import { isFiller } from '../read/fillers.ts'
import { fold, stem } from '../read/fold.ts'
import { type Token, textOf } from '../read/tokens.ts'
import { aliasesOf } from './aliases.ts'
import { type FoundValue, levelOf } from './lookup.ts'

/** A stretch of the question that might be a value at a source. */
export type Candidate = {
  from: number
  to: number
  text: string
  variants: readonly string[]
  isForced: boolean
  isRun: boolean
}

const longestValue = 6
const mostCandidates = 60

/** Stretches worth looking up: those with a word that nothing else explains, and words beside a dimension's name. */
export function valueCandidates(question: string, tokens: readonly Token[], claims: readonly Claim[]): Candidate[] {
  const unknown = unknownTokens(tokens, claims)
  const candidates: Candidate[] = []
  const add = (from: number, to: number, isForced: boolean) => {
    if (candidates.some((other) => other.from === from && other.to === to)) return
    const text = textOf(question, tokens, from, to)
    candidates.push({
      from,
      to,
      text,
      variants: variantsOf(text),
      isForced,
      isRun: isRun(from, to, unknown) && !relations.has(fold(text)),
    })
  }
  for (let length = longestValue; length > 0; length -= 1) {
    for (let from = 0; from + length <= tokens.length; from += 1) {
      if (isPossible(tokens, claims, from, from + length, unknown)) add(from, from + length, false)
    }
  }
  for (const beside of besideDimensions(tokens, claims)) add(beside, beside + 1, true)
  return candidates.slice(0, mostCandidates)
}

const relations = new Set([
  'over',
  'under',
  'above',
  'below',
  'between',
  'against',
  'after',
  'before',
  'since',
  'last',
  'first',
  'more',
  'less',
  'fewer',
  'than',
  'most',
  'least',
])

/** Whether a stretch is all that is unknown in one place, so that it may be part of a longer name. */
function isRun(from: number, to: number, unknown: ReadonlySet<number>): boolean {
  const inside = Array.from({ length: to - from }, (_, index) => from + index)
  return inside.every((index) => unknown.has(index)) && !unknown.has(from - 1) && !unknown.has(to)
}

/** Tokens that no claim explains and that are not mere filling. */
export function unknownTokens(tokens: readonly Token[], claims: readonly Claim[]): ReadonlySet<number> {
  const claimed = new Set(
    claims.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  )
  return new Set([...tokens.keys()].filter((index) => !claimed.has(index) && !isFiller(tokens[index]!)))
}

function isPossible(
  tokens: readonly Token[],
  claims: readonly Claim[],
  from: number,
  to: number,
  unknown: ReadonlySet<number>,
): boolean {
  const inside = Array.from({ length: to - from }, (_, index) => from + index)
  if (!inside.some((index) => unknown.has(index))) return false
  if (inside.length > 1 && inside.some((index) => tokens[index]!.kind === 'quoted')) return false
  if (inside.some((index) => /^[,;:?!%]$/.test(tokens[index]!.text))) return false
  const isEdge = (index: number) => unknown.has(index) || (isClaimedWord(index, claims) && !isFiller(tokens[index]!))
  return (isEdge(from) || tokens[from]!.norm === 'the') && isEdge(to - 1)
}

/** Terms and cues may be part of a name, as in Field sales; numbers, periods and comparisons are not. */
function isClaimedWord(index: number, claims: readonly Claim[]): boolean {
  const claim = claims.find(({ from, to }) => from <= index && index < to)
  return (
    claim !== undefined &&
    (claim.kind === 'term' || claim.kind === 'cue' || claim.kind === 'top' || claim.kind === 'time')
  )
}

function besideDimensions(tokens: readonly Token[], claims: readonly Claim[]): number[] {
  return claims.flatMap((claim) => {
    if (claim.kind !== 'term' || dimensionsOf(claim).length === 0) return []
    return [claim.from - 1, claim.to].filter((index) => {
      const token = tokens[index]
      return (
        token !== undefined &&
        token.kind !== 'symbol' &&
        !['of', 'the', 'by', 'in', 'for', 'and', 'is', 'per', 'with'].includes(token.norm)
      )
    })
  })
}

/** Spellings of one phrase: with and for &, singular for plural, without a possessive ending. */
function variantsOf(text: string): string[] {
  const folded = fold(text).replace(/'s$/, '').replace(/[.]$/, '')
  const words = folded.split(' ')
  const singular = [...words.slice(0, -1), stem(words.at(-1) ?? '')].join(' ')
  const all = [folded, fold(text), singular, ...aliasesOf(folded)].flatMap((phrase) => [
    phrase,
    phrase.replaceAll(' and ', ' & '),
    phrase.replaceAll(' & ', ' and '),
  ])
  return [...new Set(all)].filter((phrase) => phrase.length > 0)
}

/** Puts what was found at the sources among the claims; longer and closer matches win. */
export function claimValues(
  candidates: readonly Candidate[],
  found: readonly FoundValue[],
  claims: readonly Claim[],
  tokens: readonly Token[],
): Claim[] {
  let all: readonly Claim[] = claims
  const levels = ['exact', 'prefix', 'contains'] as const
  for (const level of levels) {
    for (const candidate of bySize(candidates)) {
      if (level !== 'exact' && (candidate.isForced || !candidate.isRun)) continue
      if (!candidate.isForced && !hasUnknown(candidate, tokens, all)) continue
      if (overlapsValue(candidate, all)) continue
      const matches = matchesOf(candidate, found, level)
      const kept = candidate.isForced ? matches.filter(({ ref }) => namedBeside(candidate, ref, all)) : matches
      if (kept.length > 0) all = place(candidate, kept, all)
    }
  }
  return [...all].sort((one, other) => one.from - other.from)
}

const bySize = (candidates: readonly Candidate[]) =>
  [...candidates].sort((one, other) => other.to - other.from - (one.to - one.from))

function hasUnknown({ from, to }: Candidate, tokens: readonly Token[], claims: readonly Claim[]): boolean {
  const unknown = unknownTokens(tokens, claims)
  return Array.from({ length: to - from }, (_, index) => from + index).some((index) => unknown.has(index))
}

const overlapsValue = ({ from, to }: Candidate, claims: readonly Claim[]) =>
  claims.some((claim) => claim.kind === 'value' && claim.from < to && from < claim.to)

function matchesOf({ variants }: Candidate, found: readonly FoundValue[], level: FoundValue['level']): FoundValue[] {
  return found
    .filter(({ value }) =>
      variants.some(
        (variant) => variant.length >= (level === 'exact' ? 1 : 3) && levelOf(fold(value), variant) === level,
      ),
    )
    .map((value) => ({ ...value, level }))
}

function namedBeside({ from, to }: Candidate, ref: FoundValue['ref'], claims: readonly Claim[]): boolean {
  return claims.some(
    (claim) =>
      claim.kind === 'term' &&
      (claim.from === to || claim.to === from) &&
      dimensionsOf(claim).some(({ view, member }) => view === ref.view && member === ref.member),
  )
}

function place({ from, to, text }: Candidate, found: readonly FoundValue[], claims: readonly Claim[]): Claim[] {
  const others = claims.filter((claim) => claim.to <= from || to <= claim.from)
  return [...others, { kind: 'value', from, to, found, text }]
}
