import type { Cell } from '@lakefront/contract'

export type SortKey = { columnIndex: number; direction: 'ascending' | 'descending' }

/** What a row must have in one column to stay. Values are written as the contract writes cells. */
export type ColumnFilter = { columnIndex: number } & (
  | {
      /** Upper and lower case and accents are the same here: it is what a person types. */
      operator: 'contains' | 'is' | 'is-not'
      text: string
    }
  | {
      /** Numbers, dates and moments; both ends belong to it, `null` leaves one open. Exact, whatever the type. */
      operator: 'between'
      low: string | null
      high: string | null
    }
  | { operator: 'one-of'; values: readonly Cell[] }
  | { operator: 'empty' | 'not-empty' }
)

export type AggregateName = 'sum' | 'average' | 'minimum' | 'maximum' | 'count' | 'distinct-count'

export type ColumnAggregate = { columnIndex: number; aggregate: AggregateName }

/** How the rows of a result are to be looked at. Nothing here changes the result. */
export type Arrangement = {
  /** The first decides first. What is empty comes last either way; equal rows stay as they came. */
  sort: readonly SortKey[]
  /** A row must pass all of them. */
  filters: readonly ColumnFilter[]
  /** Rows with the same value in this column are put under one heading. */
  groupBy: number | null
  /** Shown on the headings of groups and in the totals. */
  aggregates: readonly ColumnAggregate[]
  /** Text to find among the rows that are left, as it is written in cells or as people read it. */
  find: string | null
  /** Columns to find it in, in the order they are shown; all when left out. */
  findIn?: readonly number[] | undefined
}

/** A line of the table: a row of the result, or the heading of a group. */
export type Line =
  | { kind: 'row'; rowIndex: number }
  | {
      kind: 'group'
      groupIndex: number
      value: Cell
      rowCount: number
      /** In the order of the arrangement's aggregates. */
      aggregates: readonly Cell[]
      open: boolean
    }

export type Matches = {
  count: number
  /** Where a match is, counted from the top. Matches in a group that is closed are at its heading. */
  at(match: number): { line: number; columnIndex: number }
}

export type ColumnValue = { value: Cell; count: number }

/**
 * `ready`: the lines are as asked for. `working`: a new order is being worked out, the last one is still shown.
 * `unavailable`: the page does not hold every row, so any order would be wrong; rows are as they came.
 */
export type ArrangedRowsStatus = 'ready' | 'working' | 'unavailable' | 'failed'

export type ArrangedRows = {
  status: ArrangedRowsStatus
  lineCount: number
  lineAt(line: number): Line | undefined
  /** Rows that passed the filters. */
  rowCount: number
  /** In the order of the arrangement's aggregates, over the rows that passed; `null` while not known. */
  totals: readonly Cell[] | null
  /** Opens a closed group and closes an open one. */
  toggleGroup(groupIndex: number): void
  setAllGroups(open: boolean): void
  /** `null` when nothing is looked for, or not known yet. */
  matches: Matches | null
  /** The values of a column for a filter's choices: most frequent first, at most 1,000, whatever is filtered. */
  columnValues(columnIndex: number): Promise<readonly ColumnValue[]>
}
