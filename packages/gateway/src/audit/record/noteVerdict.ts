import type { PolicyVerdict } from '../types.ts'
import { currentCall } from './callRecord.ts'

/** Puts what the policy says on the record of the call that it is said to. */
export function noteVerdict<Verdict extends PolicyVerdict>(verdict: Verdict): Verdict {
  const call = currentCall.getStore()
  if (call) call.policy = { verdict: verdict.verdict, because: verdict.because }
  return verdict
}
