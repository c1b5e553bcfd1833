import { expect, test } from 'vitest'
import { addAmounts, priceBytes } from './prices.ts'

const prices = { asOf: '2026-11-01', usdPerTebibyteScanned: { lakehouse: 6.25, crm: 0 } }
const tebibyte = 1024 ** 4

test('default', () => {
  expect(priceBytes({ source: 'lakehouse', bytesScanned: tebibyte / 2, prices })).toMatchObject({ costUsd: 3.125 })
})

test.each([
  ['the bytes are unknown', { source: 'lakehouse', bytesScanned: null, prices }],
  ['the source has no price', { source: 'erp', bytesScanned: tebibyte, prices }],
  ['there are no prices', { source: 'lakehouse', bytesScanned: tebibyte, prices: undefined }],
])('behavior: the cost is unknown when %s', (_case, parameters) => {
  expect(priceBytes(parameters).costUsd).toBeNull()
})

const lakehouse = priceBytes({ source: 'lakehouse', bytesScanned: tebibyte, prices })
const crm = priceBytes({ source: 'crm', bytesScanned: null, prices })
const erp = priceBytes({ source: 'erp', bytesScanned: 5, prices })

test.each([
  ['nothing', [], { bytesScanned: 0, costUsd: 0 }],
  ['one', [lakehouse], { bytesScanned: tebibyte, costUsd: 6.25 }],
  ['a free source that counts no bytes', [lakehouse, crm], { bytesScanned: tebibyte, costUsd: 6.25 }],
  ['only such a source', [crm], { bytesScanned: null, costUsd: 0 }],
  ['one without a price', [lakehouse, erp], { bytesScanned: tebibyte + 5, costUsd: null }],
])('behavior: adds up %s', (_case, amounts, sum) => {
  expect(addAmounts(amounts)).toEqual(sum)
})
