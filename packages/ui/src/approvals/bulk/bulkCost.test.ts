import { sampleApproval, sampleCost } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { bulkCost } from './bulkCost.ts'

const { shown } = sampleApproval()
const costing = (low: number | null, high: number | null) => {
  const amount = (costUsd: number | null) => ({ bytesScanned: null, costUsd })
  const estimate = { ...sampleCost.estimate, low: amount(low), expected: amount(low), high: amount(high) }
  return { shown: { ...shown, estimate } }
}

test.each([
  ['nothing that is billed', [{ shown }], { knownUsd: 0, hasUnknown: false, isBilled: false }],
  ['the high ends', [costing(1, 2), costing(0.5, 0.75)], { knownUsd: 2.75, hasUnknown: false, isBilled: true }],
  ['the expected where no high end is known', [costing(1, null)], { knownUsd: 1, hasUnknown: false, isBilled: true }],
  ['one that is not known', [costing(1, 2), costing(null, null)], { knownUsd: 2, hasUnknown: true, isBilled: true }],
])('default: %s', (_name, requests, expected) => {
  expect(bulkCost(requests)).toEqual(expected)
})
