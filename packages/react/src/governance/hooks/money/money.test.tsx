import {
  createTestClient,
  sampleAnswer,
  sampleBudget,
  sampleCost,
  sampleResultPage,
  sampleSpending,
  sampleSteps,
  type TestTools,
} from '@lakefront/testing'
import { type PropsWithChildren, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { ConversationProvider } from '../../../conversation/ConversationProvider.tsx'
import { useAsk } from '../../../hooks/useAsk.ts'
import { useFederatedQuery } from '../../../hooks/useFederatedQuery.ts'
import { LakefrontProvider } from '../../../provider/LakefrontProvider.tsx'
import { useBudget } from './useBudget.ts'
import { useSpending } from './useSpending.ts'

function under(tools: TestTools) {
  const client = createTestClient(tools)
  const wrapper = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider client={client}>
        <ConversationProvider>{children}</ConversationProvider>
      </LakefrontProvider>
    </StrictMode>
  )
  const callsOf = (tool: string) => client.calls.filter(({ name }) => name === tool)
  return { client, wrapper, callsOf }
}

const settled = { ...sampleBudget(), caps: sampleBudget().caps.map((cap) => ({ ...cap, reservedUsd: 0 })) }

test('default: useBudget', async () => {
  const { wrapper, callsOf } = under({ read_budget: () => settled })
  const { result } = await renderHook(() => useBudget(), { wrapper })
  await vi.waitFor(() => expect(result.current.data).toEqual(settled))
  expect(callsOf('read_budget')).toHaveLength(1)
})

test('default: useSpending', async () => {
  const { wrapper, callsOf } = under({ report_spending: ({ by }) => sampleSpending(by) })
  const { result } = await renderHook(() => useSpending({ by: 'source', from: '2026-11-01' }), { wrapper })
  await vi.waitFor(() => expect(result.current.data).toEqual(sampleSpending('source')))
  expect(callsOf('report_spending')).toMatchObject([{ input: { by: 'source', from: '2026-11-01' } }])
})

test('behavior: after a question both are read anew', async () => {
  const { wrapper, callsOf } = under({
    ask: () => sampleAnswer(),
    read_budget: () => settled,
    report_spending: ({ by }) => sampleSpending(by),
  })
  const { result } = await renderHook(
    () => ({ ...useAsk(), budget: useBudget().data, spending: useSpending({ by: 'day' }).data }),
    { wrapper },
  )
  await vi.waitFor(() => expect([result.current.budget, result.current.spending]).not.toContain(undefined))
  await result.current.ask('margin?')
  await vi.waitFor(() => expect([...callsOf('read_budget'), ...callsOf('report_spending')]).toHaveLength(4))
})

test('behavior: after a statement too, also after one that was refused', async () => {
  const output = { result: sampleResultPage(), step: sampleSteps[0]!, cost: sampleCost }
  let runs = 0
  const { wrapper, callsOf } = under({
    run_query: () => {
      runs += 1
      if (runs > 1) throw new Error('refused')
      return output
    },
    read_budget: () => settled,
  })
  const { rerender } = await renderHook(
    (properties?: { sql?: string }) => [useBudget(), useFederatedQuery({ source: 'lakehouse', ...properties })],
    { wrapper, initialProps: {} },
  )
  await vi.waitFor(() => expect(callsOf('read_budget')).toHaveLength(1))
  await rerender({ sql: 'select 1' })
  await vi.waitFor(() => expect(callsOf('read_budget')).toHaveLength(2))
  await rerender({ sql: 'select 2' })
  await vi.waitFor(() => expect(callsOf('read_budget')).toHaveLength(3))
})
