import { expect, test } from 'vitest'
import { addAmounts, priceUse } from './prices.ts'

const prices = {
  asOf: '2026-11-01',
  usdPerTebibyteScanned: { lakehouse: 6.25, crm: 0 },
  warehouses: {
    databricks: { unitsPerHour: 24, usdPerUnit: 0.7 },
    snowflake: { unitsPerHour: 2, usdPerUnit: 3, leastBilledMs: 60_000 },
  },
}
const tebibyte = 1024 ** 4
const use = (source: string, bytesScanned: number | null, durationMs: number | null = null) =>
  priceUse({ source, bytesScanned, durationMs }, prices)

test('default', () => {
  expect(use('lakehouse', tebibyte / 2)).toMatchObject({ costUsd: 3.125 })
})

test.each([
  ['by the hour of a warehouse', use('databricks', 5, 1_800_000), 0.5 * 24 * 0.7],
  ['the least that a start bills', use('snowflake', 5, 1_000), (60 / 3600) * 2 * 3],
  ['more than that', use('snowflake', 5, 7_200_000), 2 * 2 * 3],
])('parameters: %s', (_case, { costUsd }, expected) => {
  expect(costUsd).toBeCloseTo(expected, 12)
})

test.each([
  ['the bytes are unknown', use('lakehouse', null)],
  ['the time is unknown', use('databricks', tebibyte)],
  ['the source has no price', use('erp', tebibyte, 1_000)],
  ['there are no prices', priceUse({ source: 'lakehouse', bytesScanned: tebibyte, durationMs: 1_000 }, undefined)],
])('behavior: the cost is unknown when %s', (_case, { costUsd }) => {
  expect(costUsd).toBeNull()
})

const lakehouse = use('lakehouse', tebibyte)
const crm = use('crm', null)
const erp = use('erp', 5)

test.each([
  ['nothing', [], { bytesScanned: 0, costUsd: 0 }],
  ['one', [lakehouse], { bytesScanned: tebibyte, costUsd: 6.25 }],
  ['a free source that counts no bytes', [lakehouse, crm], { bytesScanned: tebibyte, costUsd: 6.25 }],
  ['only such a source', [crm], { bytesScanned: null, costUsd: 0 }],
  ['one without a price', [lakehouse, erp], { bytesScanned: tebibyte + 5, costUsd: null }],
])('behavior: adds up %s', (_case, amounts, sum) => {
  expect(addAmounts(amounts)).toEqual(sum)
})

test('behavior: each use is rounded up to a millionth, and a sum of them is exact', () => {
  const least = use('lakehouse', 1)
  expect(least.costUsd).toBe(0.000001)
  expect(addAmounts([least, least, least]).costUsd).toBe(0.000003)
  const tenths = [0.1, 0.2].map((costUsd) => ({ ...least, costUsd }))
  expect(addAmounts(tenths).costUsd).toBe(0.3)
})
