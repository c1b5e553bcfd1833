import type { Lineage } from '@lakefront/contract'
import type { QueryPlan } from '../../federation/port.ts'
import type { Source } from '../../sources/port.ts'

/**
 * Where an answer comes from: the sources that were read, and what went into each column.
 *
 * @param readAt - When each source was asked, by its id. Sources that were not are left out.
 */
export function describeLineage(
  plan: QueryPlan,
  readAt: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, Source>,
): Lineage {
  return {
    sources: Object.entries(plan.tables).flatMap(([source, tables]) => {
      const at = readAt.get(source)
      return at === undefined
        ? []
        : [{ source, title: sources.get(source)?.title ?? source, tables: [...tables], readAt: at }]
    }),
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
    ...(known?.comment !== undefined && { comment: known.comment }),
  }
}
