import type { SimulatedRequest, Simulation } from '@lakefront/contract'
import { decide } from '../policy/decide.ts'
import type { Policy, Verdict } from '../policy/types.ts'
import type { PastRequest } from './pastRequests.ts'

/** So many are shown one by one. */
const mostExamples = 200

/**
 * What a policy would have done with past requests. Pure: the same `decide` that decides on new ones, with each person's day
 * filling up by what would have run.
 *
 * @param requests - The oldest first.
 */
export function simulate(requests: readonly PastRequest[], policy: Policy): Omit<Simulation, 'from' | 'to'> {
  const usedByDay = new Map<string, number>()
  const simulated = requests.map((request): SimulatedRequest => {
    const { requestId, title, createdAt, day, effect, requester } = request
    const key = JSON.stringify([requester.userId, day])
    const used = usedByDay.get(key) ?? 0
    const { verdict, because } = verdictOf(request, policy, used)
    if (verdict === 'allow') usedByDay.set(key, used + (effect.costUsd ?? 0))
    const { costUsd } = effect
    return { requestId, title, requestedBy: requester.userId, createdAt, verdict, because: [...because], costUsd }
  })
  const countOf = (verdict: Verdict['verdict']) => simulated.filter((each) => each.verdict === verdict).length
  return {
    requests: simulated.length,
    allowed: countOf('allow'),
    asked: countOf('ask'),
    denied: countOf('deny'),
    allowedCostUsd: sumOf(simulated.filter(({ verdict }) => verdict === 'allow')),
    examples: simulated.toReversed().slice(0, mostExamples),
  }
}

/** A permission that held then would have held. */
function verdictOf({ effect, requester, isGranted }: PastRequest, policy: Policy, costUsd: number): Verdict {
  const verdict = decide({ effect, requester, policy, usedToday: { costUsd } })
  if (verdict.verdict !== 'ask' || !isGranted) return verdict
  return { verdict: 'allow', because: ['A standing permission covered it.'] }
}

function sumOf(requests: readonly SimulatedRequest[]): number | null {
  const sum = requests.reduce<number | null>(
    (total, { costUsd }) => (total === null || costUsd === null ? null : total + costUsd),
    0,
  )
  // Millionths, as the ledger counts, so that no rounding of binary fractions shows.
  return sum === null ? null : Math.round(sum * 1e6) / 1e6
}
