import type { ApprovalRequest } from '@lakefront/react'

/** What requests cost together at most. */
export type BulkCost = {
  /** In US dollars, of those whose cost is known. */
  knownUsd: number
  hasUnknown: boolean
  /** Something of it is billed, whatever it costs. */
  isBilled: boolean
}

/** Adds up the high ends of the estimates; what is not known is never taken for nothing. */
export function bulkCost(requests: readonly Pick<ApprovalRequest, 'shown'>[]): BulkCost {
  const estimates = requests.flatMap(({ shown: { estimate } }) => (estimate ? [estimate] : []))
  const costs = estimates.map(({ high, expected }) => high.costUsd ?? expected.costUsd)
  return {
    knownUsd: costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    hasUnknown: costs.includes(null),
    isBilled: estimates.length > 0,
  }
}
