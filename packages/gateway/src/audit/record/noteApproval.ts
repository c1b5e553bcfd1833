import type { StoredRequest } from '../../approval/requests/judge.ts'
import { currentCall } from './callRecord.ts'
import { approvalOf } from './outcomeOf.ts'

/** Puts a request on the record of the call that asks for it, runs by it, or is refused it. */
export function noteApproval(request: StoredRequest): void {
  const call = currentCall.getStore()
  if (call) call.approval = approvalOf(request)
}
