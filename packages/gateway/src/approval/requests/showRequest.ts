import type { ApprovalRequest } from '@lakefront/contract'
import type { Caller } from '../../results/port.ts'
import type { StoredRequest } from './judge.ts'
import { movesOf } from './movesOf.ts'

/** A request as its reader sees it. */
export function showRequest(request: StoredRequest, caller: Caller): ApprovalRequest {
  const { kept, ...told } = request
  const mayDo = movesOf(request, caller, new Date())
  const grant = mayDo.includes('grant') ? kept.grant : null
  return { ...told, mayDo, grantCovers: grant && [...grant.covers], grantTerms: grant?.terms ?? null }
}
