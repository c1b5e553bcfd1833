import { expect, test, vi } from 'vitest'
import type { Source, SourceEstimate } from '../sources/port.ts'
import { estimateSteps } from './estimateSteps.ts'

const prices = { asOf: '2026-11-01', usdPerTebibyteScanned: { lakehouse: 6.25, crm: 0 } }
const known: SourceEstimate = {
  rows: 42,
  bytesScanned: { low: 10, expected: 20, high: 30 },
  confidence: 'upper-bound',
  basis: 'Parquet metadata',
}

function source(id: string, estimate: () => Promise<SourceEstimate>): Source {
  return { id, title: id.toUpperCase(), estimate } as Partial<Source> as Source
}

const signal = new AbortController().signal

test('default', async () => {
  const lakehouse = source('lakehouse', async () => known)
  const estimate = await estimateSteps([{ source: lakehouse, sql: 'select 1' }], { prices, signal })
  expect(estimate).toMatchObject({
    low: { bytesScanned: 10 },
    expected: { bytesScanned: 20 },
    high: { bytesScanned: 30 },
    confidence: 'upper-bound',
    basis: 'LAKEHOUSE: Parquet metadata',
  })
})

test('parameters: a warehouse is billed by the time that it would scan', async () => {
  const warehouses = {
    lakehouse: { unitsPerHour: 3600, usdPerUnit: 1, bytesPerSecond: 10, leastBilledMs: 2_000 },
  }
  const statements = [{ source: source('lakehouse', async () => known), sql: 'select 1' }]
  const estimate = await estimateSteps(statements, { prices: { asOf: '2026-11-01', warehouses }, signal })
  expect([estimate.low.costUsd, estimate.expected.costUsd, estimate.high.costUsd]).toEqual([2, 2, 3])
})

test('behavior: a free source is not asked, so it holds nobody up and makes nothing less certain', async () => {
  const askedCrm = vi.fn(async () => known)
  const statements = [source('lakehouse', async () => known), source('crm', askedCrm)].map((each) => ({
    source: each,
    sql: 'select 1',
  }))
  const estimate = await estimateSteps(statements, { prices, signal })
  expect(estimate).toMatchObject({ expected: { bytesScanned: 20 }, confidence: 'upper-bound' })
  expect(askedCrm).not.toHaveBeenCalled()
})

test('behavior: a source that never answers counts as unknown', async () => {
  const statements = [{ source: source('lakehouse', () => new Promise<never>(() => {})), sql: 'select 1' }]
  const estimate = await estimateSteps(statements, { prices, signal, timeoutMs: 20 })
  expect(estimate).toMatchObject({ expected: { bytesScanned: null, costUsd: null }, confidence: 'none' })
})

test('behavior: one that bills is unknown, and so is the sum', async () => {
  const statements = [
    { source: source('lakehouse', () => Promise.reject(new Error('down'))), sql: 'select 1' },
    { source: source('crm', async () => known), sql: 'select 1' },
  ]
  const estimate = await estimateSteps(statements, { prices, signal })
  expect(estimate).toMatchObject({ expected: { bytesScanned: null, costUsd: null }, confidence: 'none' })
})

test('behavior: a cancelled question is not estimated', async () => {
  const lakehouse = source('lakehouse', () => new Promise(() => {}))
  const statements = [{ source: lakehouse, sql: 'select 1' }]
  await expect(estimateSteps(statements, { prices, signal: AbortSignal.abort() })).rejects.toThrow()
})

test('behavior: sources that charge nothing cost exactly nothing', async () => {
  const crm = source('crm', async () => known)
  const estimate = await estimateSteps([{ source: crm, sql: 'select 1' }], { prices, signal })
  expect(estimate).toMatchObject({ expected: { bytesScanned: null, costUsd: 0 }, confidence: 'exact' })
  expect(estimate.basis).toBe('none of the sources charges for reads')
})
