import { createTestClient, sampleAnswer } from '@lakefront/testing'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { toStoredTurn } from '../conversation/storage/toStoredTurn.ts'
import {
  ConversationProvider,
  LakefrontProvider,
  type Turn,
  useAsk,
  useCatalog,
  useConversation,
  useResultRows,
} from '../index.ts'

function Page() {
  const { status } = useAsk()
  const catalog = useCatalog()
  const rows = useResultRows(undefined)
  return `${status} ${catalog.status} ${rows.status}`
}

function Count() {
  return useConversation((state) => state.turns.length)
}

test('behavior: renders on a server, asks nothing there, and needs no window', () => {
  expect(globalThis.window).toBeUndefined()
  const client = createTestClient()
  const page = createElement(ConversationProvider, null, createElement(Page))
  expect(renderToString(createElement(LakefrontProvider, { client }, page))).toBe('idle pending idle')
  expect(client.calls).toEqual([])
})

test('behavior: a server renders a conversation that is kept in the browser as one that has not begun', () => {
  const turn: Turn = { ...sampleAnswer(), id: 'turn-1' }
  const storage = { load: () => ({ version: 1, turns: [toStoredTurn(turn)] }), save() {}, remove() {} }
  const page = createElement(ConversationProvider, { storage }, createElement(Count))
  expect(renderToString(createElement(LakefrontProvider, { client: createTestClient() }, page))).toBe('0')
})
