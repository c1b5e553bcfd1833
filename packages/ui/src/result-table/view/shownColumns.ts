import type { VisibleColumn } from '../ResultTableContext.ts'
import type { PinSide, TableView } from './types.ts'

/** A column of the table as it is looked at. */
export type ShownColumn = VisibleColumn & { pinned: PinSide | null }

type Layout = Pick<TableView, 'order' | 'hidden' | 'pinned' | 'groupBy'>

const sides: readonly (PinSide | null)[] = ['start', null, 'end']

/** The columns from start to end: those that stay in sight first and last, the one that groups before all. */
export function shownColumns(columns: readonly VisibleColumn[], view: Layout): readonly ShownColumn[] {
  const shown = inOrder(columns, view.order)
    .filter(({ name }) => !view.hidden.includes(name) || name === view.groupBy)
    .map((column) => ({ ...column, pinned: pinOf(column, columns, view) }))
  const grouping = shown.filter(({ name }) => name === view.groupBy)
  const others = shown.filter(({ name }) => name !== view.groupBy)
  return [...grouping, ...sides.flatMap((side) => others.filter(({ pinned }) => pinned === side))]
}

/** Columns in the order wanted, the hidden ones among them. */
export function inOrder<column extends { name: string }>(
  columns: readonly column[],
  order: readonly string[],
): readonly column[] {
  const named = order.flatMap((name) => columns.find((column) => column.name === name) ?? [])
  return [...named, ...columns.filter(({ name }) => !order.includes(name))]
}

function pinOf({ name }: VisibleColumn, columns: readonly VisibleColumn[], view: Layout): PinSide | null {
  if (name === view.groupBy) return 'start'
  const chosen = view.pinned[name]
  if (chosen !== undefined) return chosen
  return columns.length > 1 && name === columns[0]?.name ? 'start' : null
}
