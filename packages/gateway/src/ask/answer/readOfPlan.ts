import type { Step } from '@lakefront/contract'
import { billedBy } from '../../approval/reads/billedBy.ts'
import { piiClassesOf } from '../../approval/reads/piiClassesOf.ts'
import type { Read } from '../../approval/reads/types.ts'
import type { LakefrontConfig } from '../../config/types.ts'
import type { QueryPlan } from '../../federation/port.ts'
import type { Caller } from '../../results/port.ts'

export type ReadOfPlanOptions = Pick<Read, 'estimate' | 'rows'> & {
  question: string
  caller: Caller
  steps: readonly Step[]
  config: Pick<LakefrontConfig, 'prices' | 'writes'>
}

/** A plan as something to read, in the statements that people are shown. */
export function readOfPlan(plan: QueryPlan, options: ReadOfPlanOptions): Read {
  const { question, caller, steps, config, estimate, rows } = options
  const statements = steps
    .filter(({ source }) => source !== 'gateway')
    .map(({ source, sourceTitle, dialect, sql }) => ({ source, sourceTitle, dialect, sql }))
  return {
    tool: 'ask',
    caller,
    question,
    statements,
    tables: Object.entries(plan.tables).flatMap(([source, tables]) => tables.map((table) => `${source}.${table}`)),
    piiClasses: piiClassesOf(
      plan.lineage.flatMap(({ from }) => from),
      config.writes,
    ),
    billedBy: billedBy(statements, config.prices),
    estimate,
    pricesAsOf: config.prices?.asOf ?? null,
    rows,
  }
}
