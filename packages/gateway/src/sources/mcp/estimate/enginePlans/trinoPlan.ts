import * as z from 'zod'
import type { SourceEstimate } from '../../../port.ts'
import { parseJson } from './parseJson.ts'
import type { EnginePlan } from './port.ts'

/** What is not known is written as the text `NaN`. */
const figure = z.union([z.number(), z.string().transform(Number)])
const estimateSchema = z.object({ outputRowCount: figure, outputSizeInBytes: figure })
const planSchema = z.object({
  inputTableColumnInfos: z.array(z.object({ estimate: estimateSchema })),
  estimate: estimateSchema,
})

/**
 * Trino: `EXPLAIN (TYPE IO, FORMAT JSON)` tells what each table is expected to give, out of the connector's statistics. It
 * is the size in memory of the columns that are read: half to twice of it is taken as the range.
 *
 * @see https://trino.io/docs/current/sql/explain.html
 */
export const trinoPlan: EnginePlan = {
  explain: (sql) => `EXPLAIN (TYPE IO, FORMAT JSON) ${sql}`,
  read(reply) {
    const { data } = planSchema.safeParse(parseJson(reply))
    if (!data) return undefined
    const expected = data.inputTableColumnInfos.reduce((sum, { estimate }) => sum + estimate.outputSizeInBytes, 0)
    if (!Number.isFinite(expected)) return undefined
    return heuristic(expected, Number.isFinite(data.estimate.outputRowCount) ? data.estimate.outputRowCount : null)
  },
}

function heuristic(expected: number, rows: number | null): SourceEstimate {
  return {
    rows,
    bytesScanned: { low: expected / 2, expected, high: expected * 2 },
    confidence: 'heuristic',
    basis: 'statistics of the tables in Trino’s plan',
  }
}
