import {
  createTestClient,
  sampleAnswer,
  sampleResultPage,
  sampleRows,
  type TestClientOptions,
} from '@lakefront/testing'
import { Profiler, type PropsWithChildren, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { ConversationProvider } from '../conversation/ConversationProvider.tsx'
import { createSessionConversationStorage } from '../conversation/storage/createSessionConversationStorage.ts'
import { LakefrontProvider } from '../provider/LakefrontProvider.tsx'
import { useAsk } from './useAsk.ts'
import { useConversation } from './useConversation.ts'
import { useResultRows } from './useResultRows.ts'

const page = sampleResultPage({ rows: sampleRows(200), rowCount: null, complete: false })
const rows = sampleRows(2_000)

async function* endless() {
  yield rows.slice(0, 300)
  await new Promise(() => {})
}

type Hosted = TestClientOptions & { maxResultBytes?: number; storage?: boolean }

function under({ maxResultBytes, storage = false, ...options }: Hosted) {
  const client = createTestClient({ ask: () => sampleAnswer({ result: page }) }, options)
  const kept = storage ? createSessionConversationStorage() : undefined
  const wrapper = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider client={client} maxResultBytes={maxResultBytes}>
        <ConversationProvider storage={kept}>{children}</ConversationProvider>
      </LakefrontProvider>
    </StrictMode>
  )
  return { client, wrapper }
}

function useAnswer() {
  const turn = useConversation((state) => state.turns.at(-1))
  return { ...useAsk(), rows: useResultRows(turn?.result) }
}

test('behavior: while 200 chunks arrive it renders at most once a frame', async () => {
  async function* readResult() {
    for (let chunk = 0; chunk < 200; chunk++) {
      await new Promise((resolve) => setTimeout(resolve))
      yield rows.slice(chunk * 10, (chunk + 1) * 10)
    }
  }
  const client = createTestClient({}, { readResult })
  let frame = 0
  const commitsOfFrame = new Map<number, number>()
  const count = () => void commitsOfFrame.set(frame, (commitsOfFrame.get(frame) ?? 0) + 1)
  const wrapper = ({ children }: PropsWithChildren) => (
    <LakefrontProvider client={client}>
      <Profiler id="rows" onRender={count}>
        {children}
      </Profiler>
    </LakefrontProvider>
  )
  const tick = () => {
    frame += 1
    ticking = requestAnimationFrame(tick)
  }
  let ticking = requestAnimationFrame(tick)
  const { result } = await renderHook(() => useResultRows(page), { wrapper })
  const whole = { status: 'complete', rowCount: 2_000 }
  await vi.waitFor(() => expect(result.current).toMatchObject(whole), { timeout: 10_000 })
  cancelAnimationFrame(ticking)

  expect(commitsOfFrame.size).toBeGreaterThan(5)
  expect(Math.max(...commitsOfFrame.values())).toBe(1)
})

test('parameters: maxResultBytes bounds what the page holds', async () => {
  async function* readResult() {
    for (let start = 0; start < rows.length; start += 100) yield rows.slice(start, start + 100)
  }
  const { wrapper } = under({ readResult, maxResultBytes: 40_000 })
  const { result, act } = await renderHook(() => useResultRows(page), { wrapper })
  await vi.waitFor(() => expect(result.current).toMatchObject({ status: 'complete', rowCount: 2_000, held: 'window' }))
  expect(result.current.isHeld(1_999)).toBe(false)
  await act(() => result.current.look(1_960, 2_000))
  await vi.waitFor(() => expect(result.current.isHeld(1_999)).toBe(true))
  expect(result.current.getCell(1_999, 1)).toBe(rows[1_999]?.[1])
})

test('behavior: mounting twice and leaving stop no source, pressing stop does', async () => {
  const { client, wrapper } = under({ readResult: endless })
  const { result, act, unmount } = await renderHook(() => useResultRows(page), { wrapper })
  await vi.waitFor(() => expect(result.current.rowCount).toBe(300))
  expect(client.streams).toHaveLength(1)
  await unmount()
  expect(client.stopped).toEqual([])

  const back = await renderHook(() => useResultRows(page), { wrapper })
  await vi.waitFor(() => expect(back.result.current.rowCount).toBe(300))
  await act(() => back.result.current.stop())
  expect(client.stopped).toEqual([page.handle])
})

const pageHides = (persisted: boolean) => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }))

test('behavior: a page that goes away for good stops what arrives, one that is set aside does not', async () => {
  const { client, wrapper } = under({ readResult: endless })
  const { result, act } = await renderHook(useAnswer, { wrapper })
  await act(async () => void (await result.current.ask('margin?')))
  await vi.waitFor(() => expect(result.current.rows.rowCount).toBe(300))
  await act(() => void pageHides(true))
  expect(client.stopped).toEqual([])
  await act(() => void pageHides(false))
  expect(client.stopped).toEqual([page.handle])
})

test('behavior: a conversation that comes back after a reload leaves its results alive', async () => {
  const { client, wrapper } = under({ readResult: endless, storage: true, scope: 'dana' })
  const { result, act } = await renderHook(useAnswer, { wrapper })
  await act(async () => void (await result.current.ask('margin?')))
  await act(() => void pageHides(false))
  expect(client.stopped).toEqual([])
  sessionStorage.clear()
})
