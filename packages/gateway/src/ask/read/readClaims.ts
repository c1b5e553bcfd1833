import type { Grain } from '../intent.ts'
import type { Claim } from './claims.ts'
import { readComparison, readTop } from './comparisons.ts'
import { readCue } from './cues.ts'
import type { Lexicon } from './lexicon.ts'
import { readTime } from './timePhrases.ts'
import { type Token, tokenise } from './tokens.ts'
import { readDoer, readGoods, readVerb } from './verbs.ts'

const grains: Record<string, Grain> = { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' }
const adjectives: Record<string, Grain> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
  annual: 'year',
}

/** Reads a question from left to right; what nothing reads stays unclaimed, to be looked up as values. */
export function readClaims(tokens: readonly Token[], lexicon: Lexicon, now: Date): Claim[] {
  const claims: Claim[] = []
  let at = 0
  while (at < tokens.length) {
    const read = readAt(tokens, at, lexicon, now)
    claims.push(...read)
    at = read.at(-1)?.to ?? at + 1
  }
  return withoutIdleTrends(claims.filter((claim, index) => !isIdleGrain(claim, claims[index - 1])))
}

/** Days are a group after `by`; in `days to pay` they are something else. */
function isIdleGrain(claim: Claim, before: Claim | undefined): boolean {
  if (claim.kind !== 'grain' || !claim.isPlural) return false
  return !(before?.kind === 'top' || (before?.kind === 'cue' && ['by', 'per', 'and'].includes(before.cue)))
}

/** `how did revenue develop by quarter`: the grain that was named takes the place of the usual one. */
function withoutIdleTrends(claims: readonly Claim[]): Claim[] {
  const isNamed = claims.some((claim) => claim.kind === 'grain' && !claim.isTrend)
  return claims.map((claim) =>
    isNamed && claim.kind === 'grain' && claim.isTrend
      ? { kind: 'cue', cue: 'filler', from: claim.from, to: claim.to }
      : claim,
  )
}

function readAt(tokens: readonly Token[], from: number, lexicon: Lexicon, now: Date): Claim[] {
  const token = tokens[from]!
  if (token.kind === 'quoted') return []
  const doer = readResponsible(tokens, from, lexicon)
  if (doer) return [doer]
  const term = isCountedRecord(tokens, from, lexicon) ? undefined : lexicon.match(tokens, from)
  const [longest] = [readPhrase(tokens, from, now), readWord(tokens, from)]
    .filter((claim) => claim !== undefined)
    .sort((one, other) => other.to - one.to)
  if (longest && longest.to - from > (term?.length ?? 0)) return [longest]
  const verb = meansVerb(token, term) ? readVerb(token, lexicon) : undefined
  if (verb) return [{ kind: 'term', from, to: from + 1, entries: verb, isPlural: false, isVerb: true }]
  if (!term) return []
  const parts = countedWithDate(tokens, from, term, lexicon)
  return parts ?? [termClaim(tokens, from, term)]
}

/** What the model calls something by is meant first; but `ordered` is a deed, also where a date goes by it. */
function meansVerb({ norm }: Token, term: Match | undefined): boolean {
  if (!term) return true
  return term.length === 1 && norm.endsWith('ed') && !term.entries.some(({ kind }) => kind === 'measure')
}

type Match = NonNullable<ReturnType<Lexicon['match']>>

function termClaim(tokens: readonly Token[], from: number, { length, entries }: Match): Claim {
  const last = tokens[from + length - 1]!
  return { kind: 'term', from, to: from + length, entries, isPlural: last.norm !== last.stem }
}

/** `cases opened`: the records and their date, although `case opened` is what the model calls the date. */
function countedWithDate(
  tokens: readonly Token[],
  from: number,
  { length, entries }: Match,
  lexicon: Lexicon,
): Claim[] | undefined {
  const [first] = [tokens[from]!]
  if (length < 2 || first.norm === first.stem || entries.some(({ kind }) => kind !== 'dimension')) return undefined
  const counted = lexicon.match([first], 0)
  if (!counted?.entries.some(({ kind }) => kind === 'measure')) return undefined
  const date: Claim = { kind: 'term', from: from + 1, to: from + length, entries, isPlural: false }
  return [termClaim(tokens, from, counted), date]
}

function readPhrase(tokens: readonly Token[], from: number, now: Date): Claim | undefined {
  const time = readTime(tokens, from, now)
  if (time) {
    const { length, ranges, unit, isRelative = false } = time
    return { kind: 'time', from, to: from + length, ranges, unit, isRelative }
  }
  const compared = readComparison(tokens, from)
  if (compared) {
    const { length, ...said } = compared
    return { kind: 'compare', from, to: from + length, ...said }
  }
  const top = readTop(tokens, from)
  if (!top) return undefined
  const { length, ...said } = top
  return { kind: 'top', from, to: from + length, ...said }
}

function readWord(tokens: readonly Token[], from: number): Claim | undefined {
  if (isPronoun(tokens, from)) return { kind: 'cue', cue: 'filler', from, to: from + 1 }
  const cue = trendLength(tokens, from) > 1 ? undefined : readCue(tokens, from)
  if (cue)
    return { kind: 'cue', from, to: from + cue.length, cue: cue.cue, ...(cue.against && { against: cue.against }) }
  const trend = trendLength(tokens, from)
  if (trend > 0) return { kind: 'grain', from, to: from + trend, grain: 'month', isTrend: true, isPlural: false }
  const { norm, stem } = tokens[from]!
  const grain = adjectives[norm] ?? grains[stem]
  return grain && { kind: 'grain', from, to: from + 1, grain, isTrend: false, isPlural: norm !== stem }
}

/** `owe us`: elsewhere, `us` may be the country. */
function isPronoun(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.norm ?? ''
  return tokens[from]!.text === 'us' && /^(owe[sd]?|owing|pa(y|ys|id)|with|than|left|leave|leaving)$/.test(before)
}

const trends = new Set(
  'trend trends trending trended develop develops developed developing development evolve evolves evolved evolution'.split(
    ' ',
  ),
)

/** `over time`, `develop`, `trend`: asked without a grain, they mean by month. */
function trendLength(tokens: readonly Token[], from: number): number {
  const words = tokens.slice(from, from + 3).map(({ norm }) => norm)
  if (/^changed? over time$/.test(words.join(' '))) return 3
  if (words[0] === 'over' && words[1] === 'time') return 2
  return trends.has(words[0] ?? '') ? 1 : 0
}

/** `how many accounts`, also where a measure goes by these very words: what is counted may have conditions. */
function isCountedRecord(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const cue = readCue(tokens, from)
  if (cue?.cue !== 'count') return false
  return lexicon.match(tokens, from + cue.length)?.entries.some(({ kind }) => kind === 'entity') ?? false
}

const holds = new Set(['owns', 'own', 'manages', 'handles', 'covers', 'runs'])
const held = new Set(['owned', 'managed', 'handled', 'covered', 'run'])
const [ownerToken] = tokenise('owner')

/** `who owns` and `owned by` ask for what the model calls an owner, `who bought` for those who buy. */
function readResponsible(tokens: readonly Token[], from: number, lexicon: Lexicon): Claim | undefined {
  const [word, next] = [tokens[from]!, tokens[from + 1]]
  if (word.norm === 'what' && next && ['did', 'do', 'does'].includes(next.norm)) {
    const goods = readGoods(tokens.slice(from + 2), lexicon)
    if (goods) return { kind: 'term', from, to: from + 1, entries: goods, isPlural: true }
  }
  const isPassive = held.has(word.norm) && next?.norm === 'by'
  if (!next || (word.norm !== 'who' && !isPassive)) return undefined
  if (isPassive || holds.has(next.norm)) {
    const term = lexicon.match([ownerToken!], 0)
    return term && { kind: 'term', from, to: from + 2, entries: term.entries, isPlural: false }
  }
  const doers = readDoer(next, lexicon)
  return doers && { kind: 'term', from, to: from + 1, entries: doers, isPlural: true }
}
