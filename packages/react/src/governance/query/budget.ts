import type { Client } from '@lakefront/client'
import { queryOptions } from '@tanstack/react-query'
import { liveReadDefaults } from '../../query/defaults.ts'
import { sharedQueryFn } from '../../query/sharedQueryFn.ts'
import { type BudgetErrorType, type BudgetReturnType, budget } from '../actions/budget.ts'
import { followEvery } from './follow.ts'

/** While something runs, so that what it cost is seen soon after it has ended. */
const whileRunningMs = 5_000
/** For what others of the same tenant spend. */
const otherwiseMs = 60_000

/** Names the budget in the cache, for one person. */
export function budgetKey(client: Client) {
  return ['lakefront', client.scope, 'budget'] as const
}

export type BudgetKey = ReturnType<typeof budgetKey>

/** Everything about following how full the caps are. Read anew after each question and query too. */
export function budgetOptions(client: Client) {
  const queryKey = budgetKey(client)
  return queryOptions<BudgetReturnType, BudgetErrorType, BudgetReturnType, BudgetKey>({
    ...liveReadDefaults,
    refetchInterval: ({ state: { data, error } }) => {
      const isRunning = data?.caps.some(({ reservedUsd }) => reservedUsd > 0)
      return followEvery(isRunning ? whileRunningMs : otherwiseMs, error)
    },
    queryKey,
    queryFn: sharedQueryFn(client, queryKey, (signal) => budget(client, { signal })),
  })
}
