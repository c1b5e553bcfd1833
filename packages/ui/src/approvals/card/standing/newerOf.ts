import type { ApprovalRequest } from '@lakefront/react'

/** The newer of two readings of one request: no request goes back, and what was said stays said. Of equals, the first. */
export function newerOf(left: ApprovalRequest, right: ApprovalRequest): ApprovalRequest {
  const gained = rank(right) - rank(left) || right.decisions.length - left.decisions.length
  return gained > 0 ? right : left
}

function rank({ state }: ApprovalRequest): number {
  if (state === 'pending') return 0
  return state === 'approved' ? 1 : 2
}
