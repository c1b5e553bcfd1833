/** Earlier in a period one run says nothing of the rest: after a twentieth, 72 minutes of a day, 36 hours of a month. */
const leastShare = 0.05

type PeriodSpending = { spentUsd: number; startsAt: string | null; resetsAt: string | null }

/**
 * What will be spent when the period ends if it goes on as it did on average; `null` when it is too early to tell, and for
 * a cap on a single query, which has no period.
 */
export function projectSpending({ spentUsd, startsAt, resetsAt }: PeriodSpending, now: Date): number | null {
  if (startsAt === null || resetsAt === null) return null
  const start = Date.parse(startsAt)
  const share = (now.getTime() - start) / (Date.parse(resetsAt) - start)
  return share < leastShare ? null : spentUsd / Math.min(share, 1)
}
