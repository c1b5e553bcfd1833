import type { ChartSpec } from '@lakefront/react'

/** Colours and type of the kit where the chart stands, written so that any drawing library reads them. */
export type ChartLook = {
  ink: string
  softInk: string
  line: string
  fontFamily: string
  /** Told apart by colour-blind readers too, on the ground that is there. */
  series: readonly string[]
}

export type AdaptedChart = {
  /** The specification with the rows of the result as its only data; nothing in it loads anything. */
  spec: ChartSpec['spec']
  title: string
  locale: string
  look: ChartLook
  /** Opens the record behind a row. Each datum holds the number of its row under `lakefrontRow`. */
  openRow(row: number): void
}

/**
 * Draws a chart into an element. Resolves when it stands, with a function that takes it away; rejects when it cannot be
 * drawn. Expressions in the specification come from outside: hand them to an interpreter, never to `eval`.
 */
export type ChartAdapter = (element: HTMLElement, chart: AdaptedChart) => Promise<() => void>

/** What draws the charts that sources send, by their format. */
export type ChartAdapters = { [format in ChartSpec['format']]?: ChartAdapter | undefined }
