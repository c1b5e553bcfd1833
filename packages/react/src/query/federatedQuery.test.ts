import { createTestClient } from '@lakefront/testing'
import { skipToken } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { federatedQueryKey, federatedQueryOptions } from './federatedQuery.ts'

const statement = { source: 'lakehouse', sql: 'select * from order_lines' }

test('behavior: two tenants never share an answer', () => {
  const [anna, boris] = [createTestClient(), createTestClient()]
  expect(federatedQueryKey(anna, statement)).not.toEqual(federatedQueryKey(boris, statement))
})

test.each([{ source: 'lakehouse' }, { sql: 'select 1' }, {}])('behavior: %j waits', (options) => {
  expect(federatedQueryOptions(createTestClient(), options).queryFn).toBe(skipToken)
})

test('behavior: nothing but a person runs a paid query again', () => {
  expect(federatedQueryOptions(createTestClient(), statement)).toMatchObject({
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })
})
