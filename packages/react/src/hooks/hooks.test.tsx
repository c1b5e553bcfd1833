import { BudgetError } from '@lakefront/client'
import type { Answer } from '@lakefront/contract'
import {
  createTestClient,
  sampleAnswer,
  sampleCatalog,
  sampleCost,
  sampleCostlyRead,
  sampleRecord,
  sampleResultPage,
  sampleRows,
  sampleSteps,
  type TestClientOptions,
  type TestTools,
} from '@lakefront/testing'
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { type PropsWithChildren, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { ConversationProvider } from '../conversation/ConversationProvider.tsx'
import { LakefrontProvider } from '../provider/LakefrontProvider.tsx'
import { useAsk } from './useAsk.ts'
import { useCatalog } from './useCatalog.ts'
import { useConversation } from './useConversation.ts'
import { useCostEstimate } from './useCostEstimate.ts'
import { useFederatedQuery } from './useFederatedQuery.ts'
import { useRecord } from './useRecord.ts'
import { useResultRows } from './useResultRows.ts'
import { useSearchRecords } from './useSearchRecords.ts'

const queryResult = { result: sampleResultPage(), step: sampleSteps[0]!, cost: sampleCost }

function under(tools: TestTools, options?: TestClientOptions) {
  const client = createTestClient(tools, options)
  const wrapper = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider client={client}>
        <ConversationProvider>{children}</ConversationProvider>
      </LakefrontProvider>
    </StrictMode>
  )
  return { client, wrapper }
}

const statement = { source: 'lakehouse', sql: 'select 1 as n' }

test('behavior: a statement that somebody has to agree to says so, and runs by their yes', async () => {
  const approval = sampleCostlyRead()
  const { client, wrapper } = under({
    run_query: ({ approvalId }) => {
      if (approvalId === approval.requestId) return queryResult
      throw new BudgetError('approval-required', { message: 'Manager has to agree first.', approval })
    },
  })
  let approvalId: string | undefined
  const read = () => {
    const { data, error } = useFederatedQuery({ ...statement, approvalId })
    return { data, error }
  }
  const { result, rerender } = await renderHook(read, { wrapper })
  await vi.waitFor(() => expect(result.current.error).toMatchObject({ code: 'approval-required', approval }))
  approvalId = approval.requestId
  await rerender()
  await vi.waitFor(() => expect(result.current.data).toEqual(queryResult))
  expect(client.calls).toHaveLength(2)
})

test('default: useFederatedQuery', async () => {
  const { wrapper } = under({ run_query: () => queryResult })
  const { result } = await renderHook(() => useFederatedQuery(statement), { wrapper })
  await vi.waitFor(() => expect(result.current.data).toEqual(queryResult))
})

test('default: useCostEstimate', async () => {
  const estimate = { cost: sampleCost, pastError: { runs: 3, medianRatio: 0.8, p90Ratio: 1 } }
  const { client, wrapper } = under({ estimate_query: () => estimate })
  const { result } = await renderHook(() => useCostEstimate(statement), { wrapper })
  await vi.waitFor(() => expect(result.current.data).toEqual(estimate))
  expect(client.calls).toMatchObject([{ name: 'estimate_query', input: statement }])
})

test('parameters: sql undefined -> defined', async () => {
  const { client, wrapper } = under({ run_query: () => queryResult })
  const { result, rerender } = await renderHook(
    (properties?: { sql?: string }) => useFederatedQuery({ source: 'lakehouse', ...properties }),
    { wrapper, initialProps: {} },
  )
  expect(result.current.fetchStatus).toBe('idle')
  expect(client.calls).toEqual([])

  await rerender({ sql: 'select 1 as n' })
  await vi.waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(client.calls).toHaveLength(1)
})

test('behavior: StrictMode does not run a scan twice', async () => {
  const { client, wrapper } = under({ run_query: () => new Promise((resolve) => setTimeout(resolve, 30, queryResult)) })
  const { result } = await renderHook(() => useFederatedQuery(statement), { wrapper })
  await vi.waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(client.calls).toHaveLength(1)
  expect(client.calls[0]?.signal.aborted).toBe(false)
})

test('behavior: two components share one scan', async () => {
  const { client, wrapper } = under({ run_query: () => queryResult })
  const { result } = await renderHook(() => [useFederatedQuery(statement), useFederatedQuery(statement)] as const, {
    wrapper,
  })
  await vi.waitFor(() => expect(result.current[1].isSuccess).toBe(true))
  expect(client.calls).toHaveLength(1)
})

test('behavior: unmounting cancels the scan', async () => {
  const { client, wrapper } = under({ run_query: () => new Promise(() => {}) })
  const { unmount } = await renderHook(() => useFederatedQuery(statement), { wrapper })
  await vi.waitFor(() => expect(client.calls).toHaveLength(1))
  await unmount()
  await vi.waitFor(() => expect(client.calls[0]?.signal.aborted).toBe(true))
})

test('behavior: going back to a scan that was paid for does not pay again', async () => {
  const client = createTestClient({ run_query: () => queryResult })
  const queryClient = new QueryClient()
  const wrapper = ({ children }: PropsWithChildren) => (
    <LakefrontProvider client={client} queryClient={queryClient}>
      {children}
    </LakefrontProvider>
  )
  for (let visit = 0; visit < 2; visit++) {
    const { result, unmount } = await renderHook(() => useFederatedQuery(statement), { wrapper })
    await vi.waitFor(() => expect(result.current.isSuccess).toBe(true))
    await unmount()
  }
  expect(client.calls).toHaveLength(1)
})

test('behavior: the host keeps its own query client', async () => {
  const hosts = new QueryClient()
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={hosts}>
      <LakefrontProvider client={createTestClient()}>{children}</LakefrontProvider>
    </QueryClientProvider>
  )
  const { result } = await renderHook(() => useQueryClient(), { wrapper })
  expect(result.current).toBe(hosts)
})

test('default: useRecord, useSearchRecords, useCatalog', async () => {
  const { client, wrapper } = under({
    get_record: () => sampleRecord(),
    search_records: () => ({ records: [], total: 0, asOf: '' }),
    describe_catalog: () => sampleCatalog(),
  })
  const { result } = await renderHook(
    () => ({
      record: useRecord({ entity: 'account', id: '1001', sections: ['orders'] }),
      search: useSearchRecords({ entity: 'account', query: 'lake' }),
      catalog: useCatalog(),
    }),
    { wrapper },
  )
  await vi.waitFor(() => {
    expect(result.current.record.data?.label).toBe('Great Lakes Fastener & Supply')
    expect(result.current.search.data?.total).toBe(0)
    expect(result.current.catalog.data?.suggestions).toHaveLength(3)
  })
  expect(client.calls.map(({ name, input }) => [name, input])).toEqual(
    expect.arrayContaining([
      ['get_record', { entity: 'account', id: '1001', sections: ['orders'] }],
      ['search_records', { entity: 'account', query: 'lake' }],
      ['describe_catalog', {}],
    ]),
  )
})

test('behavior: a double click asks once, StrictMode or not', async () => {
  const { client, wrapper } = under({ ask: () => new Promise((resolve) => setTimeout(resolve, 30, sampleAnswer())) })
  const { result, act } = await renderHook(() => ({ ...useAsk(), turns: useConversation((state) => state.turns) }), {
    wrapper,
  })
  await act(() => {
    void result.current.ask('margin?')
    void result.current.ask('margin?')
  })
  expect(result.current.status).toBe('asking')
  await vi.waitFor(() => expect(result.current.status).toBe('idle'))
  expect(client.calls).toHaveLength(1)
  expect(result.current.turns).toMatchObject([{ status: 'answered' }])
})

test('behavior: a text delta does not re-render a reader of the status', async () => {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const { wrapper } = under({
    ask: (_input, { emit }) => {
      emit({ type: 'text-delta', text: 'a' })
      emit({ type: 'text-delta', text: 'b' })
      return promise
    },
  })
  const read = vi.fn(() => useAsk())
  const { result, act } = await renderHook(read, { wrapper })
  await act(() => void result.current.ask('margin?'))
  resolve(sampleAnswer())
  await vi.waitFor(() => expect(result.current.status).toBe('idle'))
  const seen = read.mock.results.map(({ value }) => value.status)
  // Twice each, since StrictMode renders everything twice.
  expect(seen).toEqual(['idle', 'idle', 'asking', 'asking', 'idle', 'idle'])
})

test('behavior: leaving the page stops the question', async () => {
  const { client, wrapper } = under({ ask: () => new Promise(() => {}) })
  const { result, act, unmount } = await renderHook(() => useAsk(), { wrapper })
  await act(() => void result.current.ask('margin?'))
  await unmount()
  await vi.waitFor(() => expect(client.calls[0]?.signal.aborted).toBe(true))
})

test('behavior: the record that a page shows flows into the question', async () => {
  const client = createTestClient({ ask: () => sampleAnswer() })
  const wrapper = ({ children }: PropsWithChildren) => (
    <LakefrontProvider client={client}>
      <ConversationProvider context={{ entity: 'account', id: '1001' }}>{children}</ConversationProvider>
    </LakefrontProvider>
  )
  const { result, act } = await renderHook(() => useAsk(), { wrapper })
  await act(async () => void (await result.current.ask('open orders of this account')))
  expect(client.calls[0]?.input).toMatchObject({ context: { entity: 'account', id: '1001' } })
})

const longPage = sampleResultPage({ rows: sampleRows(200), rowCount: null, complete: false })

test('default: useResultRows streams what is beyond the page', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  async function* readResult() {
    await promise
    yield sampleRows(1_000)
  }
  const { wrapper } = under({}, { readResult })
  const { result } = await renderHook(() => useResultRows(longPage), { wrapper })
  expect(result.current).toMatchObject({ status: 'streaming', rowCount: 200 })
  resolve()
  await vi.waitFor(() => expect(result.current).toMatchObject({ status: 'complete', rowCount: 1_000 }))
})

test('behavior: two readers share one stream, which ends with the last of them', async () => {
  const { client, wrapper } = under({}, { readResult: () => forever() })
  const equalPage = { ...longPage }
  const { unmount } = await renderHook(() => [useResultRows(longPage), useResultRows(equalPage)], { wrapper })
  await vi.waitFor(() => expect(client.streams).toHaveLength(1))
  expect(client.streams[0]?.signal.aborted).toBe(false)
  await unmount()
  await vi.waitFor(() => expect(client.streams[0]?.signal.aborted).toBe(true))
  expect(client.streams).toHaveLength(1)
})

async function* forever() {
  yield sampleRows(200)
  await new Promise(() => {})
}

test('behavior: without a result there are no rows', async () => {
  const { wrapper } = under({})
  const { result } = await renderHook(() => useResultRows(undefined), { wrapper })
  expect(result.current).toMatchObject({ status: 'idle', rowCount: 0 })
})

test.each([
  ['LakefrontProvider', () => useCatalog()],
  ['ConversationProvider', () => useAsk()],
] as const)('behavior: a hook outside <%s> says what is missing', async (name, useHook) => {
  const wrapper =
    name === 'LakefrontProvider'
      ? ({ children }: PropsWithChildren) => children
      : ({ children }: PropsWithChildren) => (
          <LakefrontProvider client={createTestClient()}>{children}</LakefrontProvider>
        )
  const hush = vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(renderHook(() => useHook(), { wrapper })).rejects.toThrow(`within <${name}>`)
  hush.mockRestore()
})
