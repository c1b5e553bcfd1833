import { expect, test } from 'vitest'
import { costOfLookups } from './costOfLookups.ts'

const prices = { asOf: '2026-11-01' }
const amount = (bytesScanned: number, costUsd: number) => ({ bytesScanned, costUsd })
const spent = (bytesScanned: number, costUsd: number) => ({ ...amount(bytesScanned, costUsd), mayLackBytes: false })
const estimate = (bytes: number, costUsd: number, confidence: 'exact' | 'upper-bound') => ({
  low: amount(0, 0),
  expected: amount(bytes, costUsd),
  high: amount(bytes, costUsd),
  confidence,
  basis: 'sizes of the columns',
})

test('default: adds up what was spent and what was expected, as sure as the least sure', () => {
  const lookups = {
    spent: [spent(100, 0.1), spent(200, 0.2)],
    estimates: [estimate(150, 0.15, 'exact'), estimate(250, 0.25, 'upper-bound')],
  }
  expect(costOfLookups(lookups, prices)).toEqual({
    estimate: estimate(400, 0.4, 'upper-bound'),
    actual: amount(300, 0.3),
    pricesAsOf: '2026-11-01',
  })
})

test('behavior: where no budget asked, nothing was expected', () => {
  const unknown = { bytesScanned: null, costUsd: null }
  expect(costOfLookups({ spent: [spent(100, 0.1)], estimates: [] }, undefined)).toMatchObject({
    estimate: { high: unknown, confidence: 'none' },
    actual: amount(100, 0.1),
    pricesAsOf: null,
  })
})

test('behavior: a call that looked nothing up that bills has no cost of its own', () => {
  expect(costOfLookups({ spent: [], estimates: [] }, prices)).toBeNull()
})
