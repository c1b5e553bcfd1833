import { addValue } from './bindToValue.ts'
import { type DraftState, isNear, leavesOut, type Mode, type Place } from './state.ts'
import type { ValueClaim } from './types.ts'

/** Notes a value as a condition, also one to leave out. */
export function takeValue({ claim, before }: Place<ValueClaim>, state: DraftState): Mode {
  const isJoined = before?.kind === 'value' || before?.kind === 'cue' || isNear(before, claim, state)
  const exclude = leavesOut(state) && isJoined
  addValue(claim, exclude, {}, state)
  return exclude ? state.mode : 'none'
}
