import { join } from 'node:path'
import { calibrateSource } from '../../packages/gateway/src/cost/calibration/calibrateSource.ts'
import { createCalibration } from '../../packages/gateway/src/cost/calibration/createCalibration.ts'
import { createRatios } from '../../packages/gateway/src/cost/calibration/createRatios.ts'
import { openSource } from '../../packages/gateway/src/sources/openSource.ts'
import type { Source } from '../../packages/gateway/src/sources/port.ts'
import { ensureData } from '../../playground/data/ensureData.ts'
import { defaultDataFolder } from '../../playground/services/addresses.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { learntFrom, statements } from './statements.ts'
import { type EstimatedRun, toMarkdown } from './toMarkdown.ts'

/** Estimate ÷ actual bytes of fifty statements at the embedded lakehouse, before and after others of their shapes ran. */
export async function estimatesSuite({ data = defaultDataFolder, scale }: SuiteOptions): Promise<Measured> {
  await ensureData({
    folder: data,
    ...(scale !== undefined && { scale }),
    onProgress: (message) => process.stderr.write(`${message}\n`),
  })
  const source = openSource('lakehouse', { files: { folder: join(data, 'lakehouse') } })
  try {
    return { samples: [], comparisons: [], notes: toMarkdown(await measure(source)) }
  } finally {
    await source.close()
  }
}

async function measure(source: Source): Promise<EstimatedRun[]> {
  const calibrated = calibrateSource(source, createCalibration(createRatios()))
  const before = []
  for (const { sql } of statements) before.push(await expectedBytes(source, sql))
  for (const sql of learntFrom) {
    await expectedBytes(calibrated, sql)
    await readAll(calibrated, sql)
  }
  const runs: EstimatedRun[] = []
  for (const [index, { name, sql }] of statements.entries()) {
    const afterBytes = await expectedBytes(calibrated, sql)
    // At the plain source: what these statements read is not learnt from.
    runs.push({ name, beforeBytes: before[index]!, afterBytes, actualBytes: await readAll(source, sql) })
  }
  return runs
}

async function expectedBytes(source: Source, sql: string): Promise<number> {
  const { bytesScanned } = await source.estimate(sql, { signal: AbortSignal.timeout(60_000) })
  if (!bytesScanned) throw new Error(`The lakehouse cannot estimate this: ${sql}`)
  return bytesScanned.expected
}

async function readAll(source: Source, sql: string): Promise<number | null> {
  const result = await source.query(sql, { signal: AbortSignal.timeout(60_000) })
  for await (const _batch of result.batches);
  return result.stats().bytesScanned
}
