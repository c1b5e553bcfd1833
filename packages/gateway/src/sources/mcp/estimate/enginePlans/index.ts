import type { Dialect } from '../../../port.ts'
import { databricksPlan } from './databricksPlan.ts'
import type { EnginePlan } from './port.ts'
import { snowflakePlan } from './snowflakePlan.ts'
import { trinoPlan } from './trinoPlan.ts'

/** Engines whose plan can be asked for in SQL. BigQuery is asked by a dry run instead. */
export const enginePlans: Partial<Record<Dialect, EnginePlan>> = {
  databricks: databricksPlan,
  snowflake: snowflakePlan,
  trino: trinoPlan,
}
