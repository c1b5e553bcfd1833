import type { Cell } from '@lakefront/react'
import type { VisibleColumn } from '../result-table/ResultTableContext.ts'

/** Rows as a chart reads them: at their place in the table, so that a sorted table gives a sorted chart. */
export type ChartRows = {
  columns: readonly VisibleColumn[]
  rowCount: number
  valueAt(place: number, column: VisibleColumn): Cell
}

/** Which rows are drawn, and what to say when those are not all. */
type Drawn = {
  places: readonly number[]
  rowCount: number
  cut?: 'first' | 'largest' | undefined
}

export type FigureChart = Drawn & {
  kind: 'figure'
  measure: VisibleColumn
  previous?: VisibleColumn | undefined
  change?: VisibleColumn | undefined
}

export type BarChart = Drawn & {
  kind: 'bar'
  category: VisibleColumn
  measure: VisibleColumn
  /** The same measure of an earlier time, drawn as a mark across each bar. */
  previous?: VisibleColumn | undefined
}

export type LineChart = Drawn & {
  kind: 'line'
  time: VisibleColumn
  /** Gives one line for each of its values; without it, one for each measure. */
  series?: VisibleColumn | undefined
  measures: readonly VisibleColumn[]
}

export type ScatterChart = Drawn & {
  kind: 'scatter'
  label?: VisibleColumn | undefined
  x: VisibleColumn
  y: VisibleColumn
}

/** Parts of a whole: one bar for each category, or one bar of shares. */
export type StackChart = Drawn & {
  kind: 'stack'
  category?: VisibleColumn | undefined
  part: VisibleColumn
  measure: VisibleColumn
}

/** What to draw of a result, and with which of its columns. */
export type Chart = FigureChart | BarChart | LineChart | ScatterChart | StackChart
