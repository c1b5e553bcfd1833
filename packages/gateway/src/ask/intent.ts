/** A dimension or measure of a metric view. */
export type MemberRef = { view: string; member: string }

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Days from `start` up to but without `end`, `yyyy-mm-dd`; a side that is left out is open. */
export type TimeRange = { start?: string | undefined; end?: string | undefined; label: string }

export type MeasureUse =
  | { kind: 'measure'; ref: MemberRef }
  /** One measure per unit of another, such as margin per order. */
  | {
      kind: 'ratio'
      over: MemberRef
      under: MemberRef
      /** Shown as a percentage of the other, such as cost as a share of revenue. */
      asShare?: boolean | undefined
    }
  /** Number of records of an entity. */
  | { kind: 'records'; entity: string }

export type DimensionUse =
  | { kind: 'member'; ref: MemberRef; grain?: Grain | undefined }
  /** The date that each measure's own view counts by. */
  | { kind: 'time'; grain: Grain }
  /** One row per record, told apart by key and shown by label. */
  | { kind: 'entity'; entity: string }

/** Numbers are decimal texts, so that nothing is rounded on the way into SQL. */
export type Comparison =
  | { operator: '<' | '<=' | '>' | '>=' | '=' | '<>'; value: string }
  | { operator: 'between'; value: string; upTo: string }

export type Condition =
  | { kind: 'values'; ref: MemberRef; values: readonly string[]; exclude: boolean }
  | { kind: 'compare'; ref: MemberRef; comparison: Comparison }
  | { kind: 'time'; ref: MemberRef; ranges: readonly TimeRange[]; exclude: boolean }
  /** Only, or all but, the rows that a measure with a filter of its own counts, such as returns. */
  | { kind: 'rows'; ref: MemberRef; exclude: boolean }
  /** One record, such as the page that the panel is docked to. */
  | { kind: 'record'; entity: string; id: string; label: string }
  /** Records that have, or have not, rows in another view. */
  | {
      kind: 'related'
      entity: string
      view: string
      /** Only rows that this measure of the view counts. */
      measure?: string | undefined
      ranges: readonly TimeRange[]
      exclude: boolean
    }

export type Having = { measure: MeasureUse; comparison: Comparison }

export type Order =
  | { by: 'measure'; measure: MeasureUse; descending: boolean }
  | { by: 'dimension'; index: number; descending: boolean }

/** What a period is held against: the same days a year, quarter or month earlier, or the row before in a series. */
export type Change = {
  against: 'year' | 'quarter' | 'month' | 'week' | 'day'
  /** The other period, when it was named rather than counted back. */
  previous?: readonly TimeRange[] | undefined
  /** `versus` shows both figures, `growth` also what became of them. */
  show: 'versus' | 'growth'
}

/** What was asked, as pure data. It is all that a conversation remembers; it holds no rows. */
export type Intent = {
  measures: readonly MeasureUse[]
  dimensions: readonly DimensionUse[]
  conditions: readonly Condition[]
  /** Alternatives; none means all time. */
  ranges: readonly TimeRange[]
  having: readonly Having[]
  order?: Order | undefined
  limit?: number | undefined
  /** Adds each row's part of the total. */
  share: boolean
  change?: Change | undefined
  /** Lists records of a view instead of measuring; its columns are the dimensions. */
  list?: { view: string; title?: string | undefined; isDistinct?: boolean | undefined } | undefined
  /** What rows are when they are records with a figure each, such as open opportunities. */
  rowsTitle?: string | undefined
  /** Asks how many rows the answer would have. */
  countRows: boolean
  /** Keeps records without rows in the measures' views. */
  includeEmpty: boolean
  /** Choices that were made for the person, said in the explanation. */
  notes: readonly string[]
}

/** An intent that asks for nothing yet. */
export const emptyIntent: Intent = {
  measures: [],
  dimensions: [],
  conditions: [],
  ranges: [],
  having: [],
  share: false,
  countRows: false,
  includeEmpty: false,
  notes: [],
}

export const sameRef = (one: MemberRef, other: MemberRef) => one.view === other.view && one.member === other.member

/** Whether two uses ask for the same figure. */
export const sameMeasure = (one: MeasureUse, other: MeasureUse) => JSON.stringify(one) === JSON.stringify(other)
