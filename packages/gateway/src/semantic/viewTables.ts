import type { MetricView, ViewJoin } from './port.ts'
import { isPlain } from './sqlTree.ts'

/** A join with the join it hangs on, if any. */
export type PlacedJoin = ViewJoin & { parent?: string | undefined }

/** Every join of a view, nested ones too, each after the one it hangs on. */
export function placedJoins({ joins }: MetricView): readonly PlacedJoin[] {
  return joins.flatMap((join) => place(join, undefined))
}

function place(join: ViewJoin, parent: string | undefined): PlacedJoin[] {
  return [{ ...join, parent }, ...join.joins.flatMap((child) => place(child, join.name))]
}

/** What the view's own table is called in statements: its plain name where that is free. */
export function baseAlias(view: MetricView): string {
  if (isSelect(view.table)) return 'source'
  const name = view.table.split('.').at(-1)!.replace(/["`]/g, '')
  const taken = placedJoins(view).some((join) => join.name.toLowerCase() === name.toLowerCase())
  return isPlain(name) && !taken ? name : 'source'
}

/** Whether a source is a statement, not the name of a table. */
export function isSelect(table: string): boolean {
  return /^\s*\(?\s*(select|with)\b/i.test(table)
}
