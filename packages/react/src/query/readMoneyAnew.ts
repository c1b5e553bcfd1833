import type { Client } from '@lakefront/client'
import type { QueryClient } from '@tanstack/react-query'

/** Something has run and may have cost money: what the page shows of budgets and spending is read anew. */
export function readMoneyAnew(queryClient: QueryClient, { scope }: Client): void {
  for (const name of ['budget', 'spending'])
    void queryClient.invalidateQueries({ queryKey: ['lakefront', scope, name] })
}
