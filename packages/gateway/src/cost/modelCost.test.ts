import { expect, test } from 'vitest'
import { addCost, costOfModels } from './modelCost.ts'

const prices = {
  asOf: '2026-11-01',
  usdPerMillionTokens: { small: { input: 0.5, output: 2 }, local: { input: 0, output: 0 } },
}
const use = (model: string, inputTokens = 2_000_000, outputTokens = 500_000) => ({ model, inputTokens, outputTokens })

test.each([
  ['tokens in and out', [use('small')], 2],
  ['several uses', [use('small'), use('small', 0, 250_000)], 2.5],
  ['a model that is free', [use('local')], 0],
  ['no model', [], 0],
  ['one without a price: unknown, not free', [use('small'), use('large')], null],
])('default: %s', (_case, uses, costUsd) => {
  expect(costOfModels(uses, prices)).toBe(costUsd)
  expect(addCost({ bytesScanned: 7, costUsd: 1 }, costUsd)).toEqual({
    bytesScanned: 7,
    costUsd: costUsd === null ? null : 1 + costUsd,
  })
})

test('behavior: without prices every use is unknown', () => {
  expect(costOfModels([use('small')], undefined)).toBeNull()
})
