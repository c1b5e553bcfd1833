import { expect, test } from 'vitest'
import { priceTokens } from './modelCost.ts'

const prices = {
  asOf: '2026-11-01',
  usdPerMillionTokens: { small: { input: 0.5, output: 2 }, local: { input: 0, output: 0 } },
}
const use = (model: string) => ({ model, inputTokens: 2_000_000, outputTokens: 500_000 })

test.each([
  ['tokens in and out', use('small'), 2],
  ['a model that is free', use('local'), 0],
  ['one without a price: unknown, not free', use('large'), null],
])('default: %s', (_case, tokens, costUsd) => {
  expect(priceTokens(tokens, prices)).toBe(costUsd)
})

test('behavior: without prices every use is unknown', () => {
  expect(priceTokens(use('small'), undefined)).toBeNull()
})
