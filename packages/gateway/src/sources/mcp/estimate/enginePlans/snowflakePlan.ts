import * as z from 'zod'
import { parseJson } from './parseJson.ts'
import { type EnginePlan, upperBound } from './port.ts'

const planSchema = z.object({ GlobalStats: z.object({ bytesAssigned: z.coerce.number().nonnegative() }) })

/**
 * Snowflake: `EXPLAIN USING JSON` tells the bytes of the micro-partitions that are left after pruning, which is an upper
 * bound. It needs no running warehouse.
 *
 * @see https://docs.snowflake.com/en/sql-reference/sql/explain
 */
export const snowflakePlan: EnginePlan = {
  explain: (sql) => `EXPLAIN USING JSON ${sql}`,
  read(reply) {
    const { data } = planSchema.safeParse(parseJson(reply))
    const basis = 'bytes of the partitions in Snowflake’s plan'
    return data && upperBound(data.GlobalStats.bytesAssigned, { rows: null, basis })
  },
}
