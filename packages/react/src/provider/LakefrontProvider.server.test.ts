import { createTestClient } from '@lakefront/testing'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConversationProvider, LakefrontProvider, useAsk, useCatalog, useResultRows } from '../index.ts'

function Page() {
  const { status } = useAsk()
  const catalog = useCatalog()
  const rows = useResultRows(undefined)
  return `${status} ${catalog.status} ${rows.status}`
}

test('behavior: renders on a server, asks nothing there, and needs no window', () => {
  expect(globalThis.window).toBeUndefined()
  const client = createTestClient()
  const page = createElement(ConversationProvider, null, createElement(Page))
  expect(renderToString(createElement(LakefrontProvider, { client }, page))).toBe('idle pending idle')
  expect(client.calls).toEqual([])
})
