import { createTestClient, sampleAuditCalls, type TestTools } from '@lakefront/testing'
import { type PropsWithChildren, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { LakefrontProvider } from '../../../provider/LakefrontProvider.tsx'
import { useAudit } from './useAudit.ts'

function under(tools: TestTools) {
  const client = createTestClient(tools)
  const wrapper = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider client={client}>{children}</LakefrontProvider>
    </StrictMode>
  )
  return { client, wrapper }
}

const chain = { length: 133, isWhole: true, firstBroken: null }
const pageOf = (calls: (typeof sampleAuditCalls)[number][], next: number | null) => ({
  calls,
  next,
  chain,
  covers: 'user' as const,
  asOf: '2026-11-20T11:00:00.000Z',
})

test('default: useAudit goes on where the page before it ended, and each page is read once', async () => {
  const [first, ...older] = sampleAuditCalls
  const { client, wrapper } = under({
    read_audit: ({ before }) => (before === undefined ? pageOf([first!], 131) : pageOf(older, null)),
  })
  const { result, act } = await renderHook(() => useAudit({ tool: 'ask', limit: 1 }), { wrapper })
  await vi.waitFor(() => expect(result.current.data?.pages).toHaveLength(1))
  expect(result.current.hasNextPage).toBe(true)
  await act(() => result.current.fetchNextPage())
  await vi.waitFor(() => expect(result.current.data?.pages.flatMap(({ calls }) => calls)).toEqual(sampleAuditCalls))
  expect(result.current.hasNextPage).toBe(false)
  expect(client.calls.map(({ input }) => input)).toEqual([
    { tool: 'ask', limit: 1, before: undefined },
    { tool: 'ask', limit: 1, before: 131 },
  ])
})

test('parameters: enabled', async () => {
  const { client, wrapper } = under({ read_audit: () => pageOf([], null) })
  await renderHook(() => useAudit({ enabled: false }), { wrapper })
  expect(client.calls).toEqual([])
})
