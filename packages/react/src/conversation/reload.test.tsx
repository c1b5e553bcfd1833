import { createTestClient, sampleAnswer, sampleResultPage, type TestTools } from '@lakefront/testing'
import { type PropsWithChildren, StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useAsk } from '../hooks/useAsk.ts'
import { useConversation } from '../hooks/useConversation.ts'
import { useResultRows } from '../hooks/useResultRows.ts'
import { LakefrontProvider } from '../provider/LakefrontProvider.tsx'
import { ConversationProvider } from './ConversationProvider.tsx'
import { createSessionConversationStorage } from './storage/createSessionConversationStorage.ts'

afterEach(() => sessionStorage.clear())

const tools: TestTools = { ask: () => sampleAnswer(), fetch_rows: () => sampleResultPage() }

/** A page of its own: nothing but the browser's storage is shared with the one before. */
async function openPage(scope = 'dana') {
  const client = createTestClient(tools, { scope })
  const wrapper = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider client={client}>
        <ConversationProvider storage={createSessionConversationStorage()}>{children}</ConversationProvider>
      </LakefrontProvider>
    </StrictMode>
  )
  const read = () => {
    const turn = useConversation((state) => state.turns.at(-1))
    return { ...useAsk(), turn, rows: useResultRows(turn?.result) }
  }
  return { client, ...(await renderHook(read, { wrapper })) }
}

test('behavior: after a reload the rows are there again, and nothing was asked', async () => {
  const before = await openPage()
  await before.act(async () => void (await before.result.current.ask('margin?')))
  await before.unmount()

  const { client, result } = await openPage()
  expect(result.current.turn).toMatchObject({ question: 'margin?', status: 'answered', restored: true })
  await vi.waitFor(() => expect(result.current.rows).toMatchObject({ status: 'complete', rowCount: 42 }))
  expect(result.current.rows.getCell(0, 1)).toBe('Great Lakes Fastener & Supply')
  expect(client.calls.map(({ name }) => name)).toEqual(['fetch_rows'])
})

test('behavior: the browser is given nothing of the rows', async () => {
  const { act, result } = await openPage()
  await act(async () => void (await result.current.ask('margin?')))
  const written = Object.values({ ...sessionStorage }).join()
  expect(written).toContain('margin?')
  for (const [, name, margin] of sampleResultPage().rows) {
    expect(written).not.toContain(name)
    expect(written).not.toContain(margin)
  }
  expect(localStorage).toHaveLength(0)
})

test('behavior: whoever signs in next begins anew', async () => {
  const before = await openPage()
  await before.act(async () => void (await before.result.current.ask('margin?')))
  const { result } = await openPage('marcus')
  expect(result.current.turn).toBeUndefined()
  expect(Object.values({ ...sessionStorage }).join()).not.toMatch(/dana|margin/)
})
