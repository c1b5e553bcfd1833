import type { AggregateName, ColumnFilter } from '@lakefront/react'

type Condition<filter> = filter extends unknown ? Omit<filter, 'columnIndex'> : never

/** What a row must have to stay, whichever column is asked. */
export type FilterCondition = Condition<ColumnFilter>
export type TableSort = { column: string; direction: 'ascending' | 'descending' }
export type PinSide = 'start' | 'end'

/** How somebody looks at a table. Columns go by their names, so that a view outlives one result. */
export type TableView = {
  /** Names in the order wanted; columns that are not named follow as they came. */
  order: readonly string[]
  hidden: readonly string[]
  /** Side on which a column stays in sight; `null` scrolls. The first column stays unless this says otherwise. */
  pinned: Readonly<Record<string, PinSide | null>>
  /** In pixels; columns that are not named fit what they hold. */
  widths: Readonly<Record<string, number>>
  /** The first decides first. */
  sort: readonly TableSort[]
  /** One condition a column. */
  filters: Readonly<Record<string, FilterCondition>>
  groupBy: string | null
  /** What the totals and the groups say of a column, instead of what fits its unit; `null` says nothing. */
  aggregates: Readonly<Record<string, AggregateName | null>>
  /** A line with totals stands at the end. */
  totals: boolean
}

/** Every row and column as it came. */
export const plainView: TableView = {
  order: [],
  hidden: [],
  pinned: {},
  widths: {},
  sort: [],
  filters: {},
  groupBy: null,
  aggregates: {},
  totals: false,
}
