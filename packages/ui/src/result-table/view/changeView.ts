import type { AggregateName } from '@lakefront/react'
import { isNumberColumn } from '../../format/number.ts'
import type { VisibleColumn } from '../ResultTableContext.ts'
import { inOrder, type ShownColumn } from './shownColumns.ts'
import type { FilterCondition, PinSide, TableSort, TableView } from './types.ts'

/** What somebody does to a view. Each gives a new view and changes nothing else. */
export type ChangeView = (view: TableView) => TableView

const directions = ['ascending', 'descending'] as const

/**
 * A press on a heading: largest first for numbers, then the other way, then as the rows came. `add` keeps the columns
 * that are sorted by already, which then decide first.
 */
export function pressSort(column: VisibleColumn, { add }: { add: boolean }): ChangeView {
  const turns = isNumberColumn(column) ? directions.toReversed() : directions
  return (view) => {
    const known = view.sort.find((sort) => sort.column === column.name)
    const next = known ? turns[turns.indexOf(known.direction) + 1] : turns[0]
    const own = next ? [{ column: column.name, direction: next }] : []
    return { ...view, sort: add ? replaceSort(view.sort, column.name, own) : own }
  }
}

function replaceSort(sort: readonly TableSort[], column: string, own: readonly TableSort[]): readonly TableSort[] {
  const at = sort.findIndex((known) => known.column === column)
  return at === -1 ? [...sort, ...own] : sort.toSpliced(at, 1, ...own)
}

/** Sorts by one column alone. */
export function sortBy(column: string, direction: TableSort['direction']): ChangeView {
  return (view) => ({ ...view, sort: [{ column, direction }] })
}

/** Sorts by one more column, which decides where the others leave it open. */
export function addSort(column: string): ChangeView {
  return (view) => ({ ...view, sort: [...view.sort, { column, direction: 'ascending' }] })
}

/** Sorts by a column no longer; others stay. */
export function dropSort(column: string): ChangeView {
  return (view) => ({ ...view, sort: view.sort.filter((sort) => sort.column !== column) })
}

/** Keeps the rows that fit; without a condition, all of them. */
export function filterBy(column: string, condition: FilterCondition | undefined): ChangeView {
  return (view) => {
    const { [column]: _gone, ...others } = view.filters
    return { ...view, filters: condition ? { ...others, [column]: condition } : others }
  }
}

/** Puts rows with the same value under one heading; `null` puts them as they were. */
export function groupBy(column: string | null): ChangeView {
  return (view) => ({ ...view, groupBy: column })
}

/** Keeps a column in sight on one side; `null` lets it scroll. */
export function pin(column: string, side: PinSide | null): ChangeView {
  return (view) => ({ ...view, pinned: { ...view.pinned, [column]: side } })
}

/** Hides a column or shows it. */
export function setHidden(column: string, hidden: boolean): ChangeView {
  return (view) => ({
    ...view,
    hidden: [...view.hidden.filter((name) => name !== column), ...(hidden ? [column] : [])],
  })
}

/** Shows what was hidden. */
export function showAllColumns(): ChangeView {
  return (view) => ({ ...view, hidden: [] })
}

/** Shows a line of totals or not. */
export function setTotals(totals: boolean): ChangeView {
  return (view) => ({ ...view, totals })
}

/** Says something else of a column than fits its unit; `null` says nothing. Shown at once, so totals are shown. */
export function setAggregate(column: string, aggregate: AggregateName | null): ChangeView {
  return (view) => ({
    ...view,
    totals: view.totals || view.groupBy === null,
    aggregates: { ...view.aggregates, [column]: aggregate },
  })
}

/** `undefined` lets the column fit what it holds. */
export function setWidth(column: string, width: number | undefined): ChangeView {
  return (view) => {
    const { [column]: _gone, ...others } = view.widths
    return {
      ...view,
      widths: width === undefined ? others : { ...others, [column]: Math.max(leastWidth, Math.round(width)) },
    }
  }
}

/** Narrower than this, a heading cannot be told from its neighbour. */
const leastWidth = 44

/** Puts a column beside another, and on the side on which that one stays. */
export function moveBeside(
  columns: readonly VisibleColumn[],
  name: string,
  target: ShownColumn,
  where: 'before' | 'after',
): ChangeView {
  return (view) => {
    if (name === target.name) return view
    const order = inOrder(columns, view.order)
      .map((column) => column.name)
      .filter((known) => known !== name)
    order.splice(order.indexOf(target.name) + (where === 'after' ? 1 : 0), 0, name)
    return { ...view, order, pinned: { ...view.pinned, [name]: target.pinned } }
  }
}
