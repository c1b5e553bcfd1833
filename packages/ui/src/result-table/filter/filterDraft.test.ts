import type { Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { conditionOf, draftOf, operatorsFor } from './filterDraft.ts'

const settings = { locale: 'en-US', timeZone: 'UTC', wallClock: false }
const account: Column = { name: 'account', type: 'text' }
const margin: Column = { name: 'margin', type: 'decimal' }
const share: Column = { name: 'share', type: 'float', unit: 'percent' }
const day: Column = { name: 'day', type: 'date' }

test('behavior: each type is asked what fits it', () => {
  expect([account, margin, day].map((column) => operatorsFor(column)[0])).toEqual(['contains', 'between', 'between'])
})

test('behavior: an empty form asks for nothing', () => {
  for (const column of [account, margin, day]) {
    expect(conditionOf(column, draftOf(column, undefined, settings), settings)).toBeUndefined()
  }
})

test.each([
  [account, { operator: 'contains', text: 'valve' }],
  [account, { operator: 'one-of', values: ['Acme', null] }],
  [account, { operator: 'not-empty' }],
  [margin, { operator: 'between', low: '1000.50', high: null }],
  [share, { operator: 'between', low: '0.05', high: '0.25' }],
  [day, { operator: 'between', low: '2026-01-01', high: '2026-01-31' }],
] as const)('behavior: a filter of %o is filled in again as it was', (column, condition) => {
  expect(conditionOf(column, draftOf(column, condition, settings), settings)).toEqual(condition)
})

test('behavior: what is no number is not taken for one', () => {
  const draft = { ...draftOf(margin, undefined, settings), low: 'lots' }
  expect(conditionOf(margin, draft, settings)).toBe('invalid')
})
