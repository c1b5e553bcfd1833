import { expect, test } from 'vitest'
import { encodeRows } from '../../arrow/fromRows.ts'
import type { Source, SourceEstimate } from '../../sources/port.ts'
import { calibrateSource } from './calibrateSource.ts'
import { createCalibration } from './createCalibration.ts'
import { createRatios } from './createRatios.ts'

const signal = new AbortController().signal

/** A source that expects 100 bytes for every statement and reads as many as its number says. */
function openSource({
  confidence = 'heuristic',
  isCut = false,
}: {
  confidence?: SourceEstimate['confidence']
  isCut?: boolean
} = {}) {
  const calibration = createCalibration(createRatios())
  async function* batches() {
    yield encodeRows([{ name: 'a', type: 'integer' }], [[1]])
    yield encodeRows([{ name: 'a', type: 'integer' }], [[2]])
  }
  const source = {
    id: 'lakehouse',
    dialect: 'duckdb',
    estimate: async () => ({
      rows: null,
      bytesScanned: { low: 0, expected: 100, high: 100 },
      confidence,
      basis: 'a guess',
    }),
    query: async (sql: string) => ({
      columns: [],
      batches: batches(),
      truncated: () => isCut,
      stats: () => ({ bytesScanned: Number(/\d+/.exec(sql)![0]), durationMs: 1 }),
    }),
  } as unknown as Source
  const calibrated = calibrateSource(source, calibration)
  const estimate = async (bytes = 1) =>
    (await calibrated.estimate(`select a from t where b = ${bytes}`, { signal })).bytesScanned
  async function run(bytes: number, { readAll = true } = {}) {
    await estimate(bytes)
    const { batches: rows } = await calibrated.query(`select a from t where b = ${bytes}`, { signal })
    for await (const _batch of rows) if (!readAll) break
  }
  return { calibration, estimate, run }
}

test('default', async () => {
  const { calibration, estimate, run } = openSource()
  for (const bytes of [200, 300, 250]) await run(bytes)
  expect(await estimate()).toEqual({ low: 200, expected: 250, high: 300 })
  expect(await calibration.error()).toEqual({ runs: 3, medianRatio: 2.5, p90Ratio: 3 })
})

test('parameters: an upper bound stays one', async () => {
  const { estimate, run } = openSource({ confidence: 'upper-bound' })
  for (const bytes of [20, 30, 25]) await run(bytes)
  expect(await estimate()).toEqual({ low: 20, expected: 25, high: 100 })
})

test('parameters: what is exact is not corrected', async () => {
  const { estimate, run } = openSource({ confidence: 'exact' })
  for (const bytes of [20, 30, 25]) await run(bytes)
  expect(await estimate()).toEqual({ low: 0, expected: 100, high: 100 })
})

test('behavior: two runs say nothing yet', async () => {
  const { estimate, run } = openSource()
  for (const bytes of [200, 300]) await run(bytes)
  expect(await estimate()).toEqual({ low: 0, expected: 100, high: 100 })
})

test.each([
  ['stopped', {}, { readAll: false }],
  ['cut by a limit', { isCut: true }, {}],
])('behavior: a statement that was %s teaches nothing', async (_case, options, how) => {
  const { calibration, run } = openSource(options)
  await run(7, how)
  expect(await calibration.error()).toEqual({ runs: 0, medianRatio: null, p90Ratio: null })
})

test('behavior: the newest runs count', async () => {
  const { estimate, run } = openSource()
  for (const bytes of [...Array(20).fill(900), ...Array(20).fill(200)]) await run(bytes)
  expect(await estimate()).toEqual({ low: 200, expected: 200, high: 200 })
})
