import type { ApprovalRequest } from '@lakefront/contract'
import type { Caller } from '../../results/port.ts'
import { judge, type StoredRequest } from './judge.ts'

const moves = ['approve', 'reject', 'ask', 'answer', 'withdraw'] as const

/** What somebody may do with a request now. Whatever they do is judged again. */
export function movesOf(request: StoredRequest, caller: Caller, at: Date): ApprovalRequest['mayDo'] {
  const { shownHash } = request
  const allowed = moves.filter((decision) => 'state' in judge(request, { caller, decision, shownHash, at }))
  return [
    ...allowed,
    ...(allowed.includes('ask') ? (['edit'] as const) : []),
    ...(allowed.includes('approve') && request.kept.grant ? (['grant'] as const) : []),
  ]
}
