import type { Claim } from '../read/claims.ts'
import type { Token } from '../read/tokens.ts'
import type { Draft } from './types.ts'

/** What the words just read lead one to expect of the next ones. */
export type Mode =
  | 'none'
  | 'by'
  | 'per'
  | 'share'
  | 'sort'
  | 'without'
  | 'with'
  | 'not'
  | 'versus'
  | 'top'
  | 'count'
  | 'refer'

/** A draft in the making. */
export type DraftState = {
  draft: Draft
  mode: Mode
  /** Claims that an earlier one took along. */
  used: Set<Claim>
  tokens: readonly Token[]
  /** An `except` that has not met what it leaves out yet. */
  leavesOut: { from: number; to: number } | undefined
}

/** One claim and its neighbours. */
export type Place<claim extends Claim = Claim> = {
  claim: claim
  before: Claim | undefined
  after: Claim | undefined
}

const linkingWords = new Set(['of', 'the', 'is', 'in', 'was', '=', ':', 'called', 'named', 'a', 'an', 'are', 'to'])

/** Whether two claims stand together, with nothing but linking words between them. */
export function isNear(one: Claim | undefined, other: Claim | undefined, { tokens }: DraftState): boolean {
  if (!one || !other) return false
  const between = tokens.slice(Math.min(one.to, other.to), Math.max(one.from, other.from))
  return between.length <= 2 && between.every(({ norm }) => linkingWords.has(norm))
}

/** Whether nothing but commas stands between two claims. */
export function onlyCommas(one: Claim, other: Claim, { tokens }: DraftState): boolean {
  return tokens.slice(one.to, other.from).every(({ norm }) => norm === ',' || norm === ';' || norm === '/')
}

export const leavesOut = ({ mode }: DraftState) => mode === 'not' || mode === 'without'
