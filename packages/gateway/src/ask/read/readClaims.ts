import type { Grain } from '../intent.ts'
import type { Claim } from './claims.ts'
import { readComparison, readTop } from './comparisons.ts'
import { readCue } from './cues.ts'
import type { Lexicon } from './lexicon.ts'
import { readTime } from './timePhrases.ts'
import { type Token, tokenise } from './tokens.ts'

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
    const claim = readClaim(tokens, at, lexicon, now)
    if (claim) claims.push(claim)
    at = claim?.to ?? at + 1
  }
  return claims
}

function readClaim(tokens: readonly Token[], from: number, lexicon: Lexicon, now: Date): Claim | undefined {
  if (tokens[from]!.kind === 'quoted') return undefined
  const responsible = readResponsible(tokens, from, lexicon)
  if (responsible) return responsible
  const term = isCountedRecord(tokens, from, lexicon) ? undefined : lexicon.match(tokens, from)
  const readings = [readPhrase(tokens, from, now), readWord(tokens, from)]
    .filter((claim) => claim !== undefined)
    .sort((one, other) => other.to - one.to)
  const [longest] = readings
  if (!term || (longest && longest.to - from > term.length)) return longest
  const last = tokens[from + term.length - 1]!
  return { kind: 'term', from, to: from + term.length, entries: term.entries, isPlural: last.norm !== last.stem }
}

function readPhrase(tokens: readonly Token[], from: number, now: Date): Claim | undefined {
  const time = readTime(tokens, from, now)
  if (time) {
    const { length, ranges, unit, isRelative = false } = time
    return { kind: 'time', from, to: from + length, ranges, unit, isRelative }
  }
  const compared = readComparison(tokens, from)
  if (compared) {
    const { length, comparison, isPercent } = compared
    return { kind: 'compare', from, to: from + length, comparison, isPercent }
  }
  const top = readTop(tokens, from)
  return top && { kind: 'top', from, to: from + top.length, limit: top.limit, descending: top.descending }
}

function readWord(tokens: readonly Token[], from: number): Claim | undefined {
  const cue = readCue(tokens, from)
  if (cue)
    return { kind: 'cue', from, to: from + cue.length, cue: cue.cue, ...(cue.against && { against: cue.against }) }
  const { norm, stem } = tokens[from]!
  const isTrend = norm === 'over' && tokens[from + 1]?.norm === 'time'
  if (isTrend || norm === 'trend')
    return { kind: 'grain', from, to: from + (isTrend ? 2 : 1), grain: 'month', isAdjective: true }
  const adjective = adjectives[norm]
  const grain = adjective ?? grains[stem]
  return grain && { kind: 'grain', from, to: from + 1, grain, isAdjective: adjective !== undefined }
}

/** `how many accounts`, also where a measure goes by these very words: what is counted may have conditions. */
function isCountedRecord(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const cue = readCue(tokens, from)
  if (cue?.cue !== 'count') return false
  return lexicon.match(tokens, from + cue.length)?.entries.some(({ kind }) => kind === 'entity') ?? false
}

const holds = new Set(['owns', 'own', 'manages', 'handles', 'covers', 'runs'])
const [ownerToken] = tokenise('owner')

/** `who owns` asks for what the model calls an owner. */
function readResponsible(tokens: readonly Token[], from: number, lexicon: Lexicon): Claim | undefined {
  if (tokens[from]!.norm !== 'who' || !holds.has(tokens[from + 1]?.norm ?? '')) return undefined
  const term = lexicon.match([ownerToken!], 0)
  return term && { kind: 'term', from, to: from + 2, entries: term.entries, isPlural: false }
}
