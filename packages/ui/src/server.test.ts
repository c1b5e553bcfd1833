import { LakefrontProvider } from '@lakefront/react'
import { createTestClient } from '@lakefront/testing'
import { createElement, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AccountView, AssistantPanel } from './index.ts'

const onServer = (part: ReactElement) =>
  renderToString(createElement(LakefrontProvider, { client: createTestClient(), locale: 'en-US' }, part))

test('behavior: the panel is rendered where there is no browser', () => {
  expect('window' in globalThis).toBe(false)
  const html = onServer(createElement(AssistantPanel, { timeZone: 'UTC' }))
  expect(html).toContain('Ask about your business')
  expect(html).toContain('data-theme="auto"')
})

test('behavior: the account view is rendered where there is no browser', () => {
  expect(onServer(createElement(AccountView, { entity: 'account', id: '1001' }))).toContain('Reading Account')
})
