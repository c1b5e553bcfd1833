import { LakefrontProvider } from '@lakefront/react'
import { createTestClient } from '@lakefront/testing'
import { createElement, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  AccountView,
  ApprovalInbox,
  AssistantPanel,
  AuditTrail,
  AutonomyControl,
  BudgetMeter,
  GrantList,
  SpendReport,
} from './index.ts'

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

test('behavior: inbox, permissions and autonomy are rendered where there is no browser', () => {
  expect(onServer(createElement(ApprovalInbox))).toContain('Approvals')
  expect(onServer(createElement(GrantList))).toContain('Always allowed')
  expect(onServer(createElement(AutonomyControl))).toContain('How much happens by itself')
})

test.each([
  ['the audit trail', AuditTrail, 'Reading the audit trail'],
  ['a budget', BudgetMeter, 'Reading the budget'],
  ['a report of spending', SpendReport, 'Reading what was spent'],
])('behavior: %s is rendered where there is no browser', (_name, part, text) => {
  expect(onServer(createElement(part as typeof AuditTrail, { timeZone: 'UTC' }))).toContain(text)
})
