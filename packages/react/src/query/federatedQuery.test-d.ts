import type { ToolOutput } from '@lakefront/contract'
import { createTestClient } from '@lakefront/testing'
import { QueryClient } from '@tanstack/react-query'
import { expectTypeOf, test } from 'vitest'
import { federatedQueryOptions } from './federatedQuery.ts'

test('the key remembers its data', () => {
  const options = federatedQueryOptions(createTestClient(), { source: 'lakehouse', sql: 'select 1' })
  const cached = new QueryClient().getQueryData(options.queryKey)
  expectTypeOf(cached).toEqualTypeOf<ToolOutput<'run_query'> | undefined>()
})

test('a misspelt option does not compile', () => {
  // @ts-expect-error maxRow is not an option
  federatedQueryOptions(createTestClient(), { maxRow: 1 })
})
