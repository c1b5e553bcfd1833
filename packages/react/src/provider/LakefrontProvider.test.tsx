import { type Script, scenarios, scriptedGateway } from '@lakefront/testing'
import { QueryClient } from '@tanstack/react-query'
import { type PropsWithChildren, StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { ConversationProvider } from '../conversation/ConversationProvider.tsx'
import { useAsk } from '../hooks/useAsk.ts'
import { useCatalog } from '../hooks/useCatalog.ts'
import { useClient, useLocale } from '../hooks/useClient.ts'
import { useConversation } from '../hooks/useConversation.ts'
import { useResultRows } from '../hooks/useResultRows.ts'
import { LakefrontProvider, type LakefrontProviderProps } from './LakefrontProvider.tsx'

afterEach(() => void vi.unstubAllGlobals())

/** The real client against a real MCP server, both in this page. */
function connected(script: Script, properties: Partial<LakefrontProviderProps> = {}, options = {}) {
  const gateway = scriptedGateway(script, options)
  vi.stubGlobal('fetch', gateway.fetch)
  const wrapper = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider {...({ gatewayUrl: gateway.gatewayUrl, ...properties } as LakefrontProviderProps)}>
        <ConversationProvider>{children}</ConversationProvider>
      </LakefrontProvider>
    </StrictMode>
  )
  return { gateway, wrapper }
}

function useAnswer() {
  const turn = useConversation((state) => state.turns.at(-1))
  return { ...useAsk(), turn, rows: useResultRows(turn?.result) }
}

test('default: a question, its events, its rows', async () => {
  const { gateway, wrapper } = connected(scenarios.longTable(10_000))
  const { result, act } = await renderHook(useAnswer, { wrapper })
  await act(() => void result.current.ask('margin?'))
  // The first call loads the MCP SDK, which takes its time on a busy machine.
  await vi.waitFor(() => expect(result.current.rows).toMatchObject({ status: 'complete', rowCount: 10_000 }), 10_000)
  expect(result.current.turn).toMatchObject({ status: 'answered', title: 'Gross margin by account' })
  expect(gateway.calls).toHaveLength(1)
  expect(gateway.resultRequests).toHaveLength(1)
})

test('behavior: stopping reaches the gateway', async () => {
  const { gateway, wrapper } = connected(scenarios.neverAnswering())
  const { result, act } = await renderHook(useAnswer, { wrapper })
  await act(() => void result.current.ask('margin?'))
  await vi.waitFor(() => expect(result.current.turn?.status).toBe('running'))
  await act(() => result.current.stop())
  expect(result.current.turn?.status).toBe('cancelled')
  await vi.waitFor(() => expect(gateway.calls[0]?.signal.aborted).toBe(true))
})

test('behavior: stopping rows that arrive stops their source, and what has arrived stays', async () => {
  const { gateway, wrapper } = connected(scenarios.longTable(10_000, 60_000))
  const { result, act } = await renderHook(useAnswer, { wrapper })
  await act(() => void result.current.ask('margin?'))
  await vi.waitFor(() => expect(result.current.turn?.status).toBe('answered'), 10_000)
  await act(() => result.current.rows.stop())
  await vi.waitFor(() => expect(result.current.rows).toMatchObject({ status: 'cut', rowCount: 200 }))
  await vi.waitFor(() => expect(gateway.stoppedResults).toEqual([result.current.turn?.result?.handle]))
})

test('behavior: unmounting closes the client, and with it what runs', async () => {
  const { gateway, wrapper } = connected(scenarios.neverAnswering())
  const { result, act, unmount } = await renderHook(useAnswer, { wrapper })
  await act(() => void result.current.ask('margin?'))
  await vi.waitFor(() => expect(gateway.calls).toHaveLength(1))
  await unmount()
  await vi.waitFor(() => expect(gateway.calls[0]?.signal.aborted).toBe(true))
})

test('behavior: an expired result keeps its first page', async () => {
  const { wrapper } = connected(scenarios.expiredResult())
  const { result, act } = await renderHook(useAnswer, { wrapper })
  await act(() => void result.current.ask('margin?'))
  await vi.waitFor(() => expect(result.current.rows).toMatchObject({ status: 'expired', rowCount: 200 }))
})

test('behavior: the newest token function is used, and a new one makes no new client', async () => {
  const accepts = vi.fn((token?: string) => token !== undefined)
  const gateway = scriptedGateway(scenarios.answering(), { accepts })
  vi.stubGlobal('fetch', gateway.fetch)
  let token = 'morning'
  const wrapper = ({ children }: PropsWithChildren) => {
    const current = token
    return (
      <LakefrontProvider gatewayUrl={gateway.gatewayUrl} getAccessToken={() => current}>
        {children}
      </LakefrontProvider>
    )
  }
  const { result, rerender } = await renderHook(() => useClient(), { wrapper })
  const client = result.current
  token = 'evening'
  await rerender()
  expect(result.current).toBe(client)
  await client.callTool('describe_catalog', {})
  expect(accepts).toHaveBeenLastCalledWith('evening')
})

test('behavior: when another person signs in, nothing of the first stays', async () => {
  const gateway = scriptedGateway(scenarios.answering())
  vi.stubGlobal('fetch', gateway.fetch)
  const queryClient = new QueryClient()
  let scope = 'anna'
  const wrapper = ({ children }: PropsWithChildren) => (
    <LakefrontProvider gatewayUrl={gateway.gatewayUrl} scope={scope} queryClient={queryClient}>
      {children}
    </LakefrontProvider>
  )
  const { result, rerender } = await renderHook(() => useCatalog(), { wrapper })
  await vi.waitFor(() => expect(result.current.isSuccess).toBe(true))
  scope = 'boris'
  await rerender()
  await vi.waitFor(() => expect(gateway.calls).toHaveLength(2))
  await vi.waitFor(() => {
    const scopes = queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey[1])
    expect(scopes).toEqual(['boris'])
  })
})

test('parameters: locale', async () => {
  const { wrapper } = connected({}, { locale: 'de-DE' })
  const { result } = await renderHook(() => useLocale(), { wrapper })
  expect(result.current).toBe('de-DE')
})
