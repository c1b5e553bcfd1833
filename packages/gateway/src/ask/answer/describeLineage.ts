import type { Lineage, Step } from '@lakefront/contract'
import type { QueryPlan } from '../../federation/port.ts'
import type { Source } from '../../sources/port.ts'

/** Where an answer comes from: the sources that were read, and what went into each column. */
export function describeLineage(
  plan: QueryPlan,
  steps: readonly Step[],
  sources: ReadonlyMap<string, Source>,
): Lineage {
  const readAt = new Date().toISOString()
  const read = new Set(
    steps.filter(({ status }) => status === 'done' || status === 'running').map(({ source }) => source),
  )
  return {
    sources: Object.entries(plan.tables)
      .filter(([source]) => read.has(source))
      .map(([source, tables]) => ({
        source,
        title: sources.get(source)?.title ?? source,
        tables: [...tables],
        readAt,
      })),
    columns: plan.columns.map(({ name }) => describeColumn(plan, name)),
  }
}

function describeColumn({ lineage }: QueryPlan, column: string): Lineage['columns'][number] {
  const known = lineage.find((entry) => entry.column === column)
  return {
    column,
    from: [...(known?.from ?? [])],
    ...(known?.expression !== undefined && { expression: known.expression }),
    ...(known?.definition !== undefined && { definition: known.definition }),
  }
}
