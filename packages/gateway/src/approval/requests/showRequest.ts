import type { ApprovalRequest } from '@lakefront/contract'
import type { Caller } from '../../results/port.ts'
import type { StoredRequest } from './judge.ts'
import { movesOf } from './movesOf.ts'

/** A request as its reader sees it. */
export function showRequest(request: StoredRequest, caller: Caller): ApprovalRequest {
  const { kept: _kept, ...told } = request
  return { ...told, mayDo: movesOf(request, caller, new Date()), grantCovers: null }
}
