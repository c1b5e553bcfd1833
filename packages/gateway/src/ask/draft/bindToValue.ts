import type { MemberRef } from '../intent.ts'
import { entityOf } from '../read/claims.ts'
import { lastWordRank } from '../read/lexicon.ts'
import { type DraftState, isNear, leavesOut, type Place } from './state.ts'
import type { DraftValue, Term, ValueClaim } from './types.ts'

/** `Cleveland territory`, `territory "Erie"`: the dimension says which reading of the value is meant. */
export function bindToValue({ claim, before, after }: Place<Term>, state: DraftState): boolean {
  return [after, before].some(
    (neighbour) =>
      neighbour?.kind === 'value' &&
      isNear(claim, neighbour, state) &&
      bind(claim, neighbour, neighbour === after, state),
  )
}

function bind(claim: Term, value: ValueClaim, isBefore: boolean, state: DraftState): boolean {
  const entity = entityOf(claim)
  const bound = boundBy(claim, value)
  if (bound.length === 0 && (!entity || !isBefore || claim.isPlural || !isApposed(claim, value, state))) return false
  const known = state.draft.values.find((other) => other.claim === value)
  if (known?.bound || known?.boundEntity) return false
  const binding: Partial<DraftValue> = bound.length > 0 ? { bound } : { boundEntity: entity }
  if (known) Object.assign(known, binding)
  else addValue(value, leavesOut(state), binding, state)
  return true
}

/** Dimensions of that name which hold the value; those that go by its last word only when no other does. */
function boundBy({ entries }: Term, { found }: ValueClaim): MemberRef[] {
  const holds = entries.filter(
    (entry) =>
      entry.kind === 'dimension' &&
      found.some(({ ref }) => ref.view === entry.ref.view && ref.member === entry.ref.member),
  )
  const named = holds.filter(({ rank }) => rank !== lastWordRank)
  return (named.length > 0 ? named : holds).flatMap((entry) => (entry.kind === 'dimension' ? [entry.ref] : []))
}

/** `account Akron Pumps`, but not `customer in Akron`. */
function isApposed({ to }: Term, { from }: ValueClaim, { tokens }: DraftState): boolean {
  return tokens.slice(to, from).every(({ norm }) => ['the', 'called', 'named', '=', ':', 'is'].includes(norm))
}

/** Notes a value as a condition. */
export function addValue(
  claim: ValueClaim,
  exclude: boolean,
  binding: Partial<DraftValue>,
  { draft, used }: DraftState,
): void {
  used.add(claim)
  draft.values.push({ claim, exclude, ...binding })
}
