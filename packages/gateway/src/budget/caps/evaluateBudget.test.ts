import { expect, test } from 'vitest'
import type { CapUse } from '../types.ts'
import { evaluateBudget } from './evaluateBudget.ts'

const use = (changes: Partial<CapUse> = {}): CapUse => ({
  scope: 'user',
  period: 'day',
  capMicroUsd: 100n,
  confirmAboveMicroUsd: null,
  spentMicroUsd: 0n,
  reservedMicroUsd: 0n,
  startsAt: '2026-11-22T00:00:00Z',
  resetsAt: '2026-11-23T00:00:00Z',
  ...changes,
})

test.each([
  ['plenty left', use(), 79n, 'ok'],
  ['four fifths', use(), 80n, 'warn'],
  ['exactly full', use(), 100n, 'warn'],
  ['one millionth over', use(), 101n, 'stopped'],
  ['what others reserved counts', use({ spentMicroUsd: 40n, reservedMicroUsd: 50n }), 11n, 'stopped'],
  ['over the limit for a yes', use({ confirmAboveMicroUsd: 10n }), 11n, 'confirm'],
  ['at the limit for a yes', use({ confirmAboveMicroUsd: 10n }), 10n, 'ok'],
  ['a cap of nothing', use({ capMicroUsd: 0n }), 1n, 'stopped'],
  ['a free run under a cap that is overdrawn', use({ spentMicroUsd: 120n, confirmAboveMicroUsd: 1n }), 0n, 'warn'],
])('default: %s', (_case, cap, needed, state) => {
  expect(evaluateBudget([cap], needed).state).toBe(state)
})

test('behavior: without caps anything goes', () => {
  expect(evaluateBudget([], 10n ** 15n)).toEqual({ state: 'ok', use: null })
})

test('behavior: the strictest cap decides, of two equals the one with least left', () => {
  const month = use({ scope: 'tenant', period: 'month', capMicroUsd: 1_000n, spentMicroUsd: 999n })
  const day = use({ spentMicroUsd: 95n })
  const query = use({ period: 'query', confirmAboveMicroUsd: 1n, resetsAt: null })
  expect(evaluateBudget([query, day, month], 10n)).toEqual({ state: 'stopped', use: month })
  expect(evaluateBudget([query, use()], 10n)).toEqual({ state: 'confirm', use: query })
})
