import type { Step } from '@lakefront/contract'
import type { EstimatedStatement } from '../../cost/estimateSteps.ts'
import { keysPlaceholder, type PlanStep, type QueryPlan } from '../../federation/port.ts'
import type { Source } from '../../sources/port.ts'

type Sources = ReadonlyMap<string, Source>

/** A plan as steps that have not run yet; the join in the gateway, if any, comes last. */
export function plannedSteps({ steps, compose }: QueryPlan, sources: Sources): Step[] {
  const atSources = steps.map((step) => ({ ...toStep(step, sources), status: 'planned' as const, ...notRun }))
  if (!compose) return atSources
  const dependsOn = steps.map(({ id }) => id)
  const gateway = { id: 'compose', source: 'gateway', sourceTitle: 'Gateway', dialect: 'duckdb' }
  return [...atSources, { ...gateway, ...compose, status: 'planned', ...notRun, dependsOn }]
}

const notRun = { rows: null, durationMs: null, bytesScanned: null }

function toStep({ id, source, purpose, sql: template, semiJoin }: PlanStep, sources: Sources) {
  const { title, dialect } = sources.get(source) ?? { title: source, dialect: '' }
  const sql = template.replace(keysPlaceholder, '/* keys that the step before finds */')
  return { id, source, sourceTitle: title, purpose, sql, dialect, dependsOn: semiJoin ? [semiJoin.step] : [] }
}

/** A plan's statements as estimates need them: one null stands in for the keys that are not known yet. */
export function statementsOf({ steps }: QueryPlan, sources: Sources): EstimatedStatement[] {
  return steps.flatMap((step) => {
    const source = sources.get(step.source)
    return source ? [{ source, sql: step.sql.replace(keysPlaceholder, 'NULL') }] : []
  })
}
