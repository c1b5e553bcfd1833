import type { LakefrontConfig } from '../config/types.ts'

/** Whether anything at this gateway can wait for somebody's yes. */
export function needsApprovals({ writes, approvals, budgets }: LakefrontConfig): boolean {
  const asks = budgets?.unknownCost === 'approve' || budgets?.caps.some((cap) => cap.confirmAboveUsd !== undefined)
  return Boolean(writes || approvals || asks)
}
