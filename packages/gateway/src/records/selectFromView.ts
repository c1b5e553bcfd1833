import { createWriter, type Writer } from '../federation/plan/statement/members.ts'
import { layOut, writeStatement } from '../federation/plan/statement/statement.ts'
import { joinsOf } from '../semantic/compile/compileExpression.ts'
import { compileFrom } from '../semantic/compile/compileFrom.ts'
import { resolveMember } from '../semantic/compile/resolveExpression.ts'
import type { MetricView } from '../semantic/port.ts'
import type { Dialect } from '../sources/port.ts'

export type ViewSelect = {
  view: MetricView
  dialect: Dialect
  /** Dimensions to read; each column is named as its dimension. */
  dimensions: readonly string[]
  /** Measures to compute over all rows that are left. */
  measures?: readonly string[] | undefined
  /** Conditions, written with the view's own members. */
  where(writer: Writer): readonly string[]
  /** Further columns, such as a count of all rows. */
  extra?: readonly { sql: string; name: string }[] | undefined
  orderBy?(writer: Writer): readonly string[]
}

/** Writes a select over a metric view's members, with the joins that they need. */
export function selectFromView({
  view,
  dialect,
  dimensions,
  measures = [],
  where,
  extra = [],
  orderBy,
}: ViewSelect): string {
  const writer = createWriter(view, dialect, true)
  const statement = {
    select: [
      ...dimensions.map((name) => ({ sql: writer.member(name), name })),
      ...measures.map((name) => ({ sql: writer.node(measureNode(view, name)), name })),
      ...extra,
    ],
    where: [...writer.filter(), ...where(writer)],
    groupBy: [],
    having: [],
    orderBy: orderBy?.(writer) ?? [],
  }
  const from = compileFrom(view, joinsOf(view, writer.nodes), dialect)
  return layOut(writeStatement({ ...statement, from }, dialect), dialect)
}

function measureNode(view: MetricView, name: string) {
  return resolveMember(view, view.measures.find((measure) => measure.name === name)!)
}
