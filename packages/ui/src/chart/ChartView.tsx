'use client'
import { type RefObject, useMemo, useRef } from 'react'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import type { OpenRecord } from '../result-table/ResultTableContext.ts'
import { ChartContext } from './ChartContext.ts'
import styles from './chart.module.css'
import { cutNote } from './choose/cutNote.ts'
import { BarPlot } from './plots/BarPlot.tsx'
import { FigurePlot } from './plots/FigurePlot.tsx'
import { LinePlot } from './plots/LinePlot.tsx'
import { ScatterPlot } from './plots/ScatterPlot.tsx'
import { StackPlot } from './plots/StackPlot.tsx'
import type { Chart, ChartRows } from './types.ts'
import { useFrameSize } from './useFrameSize.ts'

export type ChartViewProps = {
  chart: Chart
  rows: ChartRows
  title: string
  onOpenRecord?: OpenRecord | undefined
  /** Gets the drawing, to save it. */
  svgRef: RefObject<SVGSVGElement | null>
}

/** A result as a drawing. The default export, since it is loaded when it is first shown. */
export default function ChartView({ chart, rows, title, onOpenRecord, svgRef }: ChartViewProps) {
  const { messages, format } = useKit()
  const placeRef = useRef<HTMLDivElement>(null)
  const { width, rightToLeft } = useFrameSize(placeRef)
  const value = useMemo(
    () => ({
      frame: { width, rightToLeft, rows, format, emptyText: messages.emptyCell },
      title,
      kindText: messages.chartKinds[chart.kind],
      onOpenRecord,
      svgRef,
    }),
    [width, rightToLeft, rows, format, messages, title, chart.kind, onOpenRecord, svgRef],
  )
  const note = cutNote(chart, messages, format)
  return (
    <ChartContext.Provider value={value}>
      <div className={css(styles.scroller)}>
        <div ref={placeRef} className={css(styles.place)}>
          <Plot chart={chart} />
        </div>
      </div>
      {note && <p className={css(styles.note)}>{note}</p>}
    </ChartContext.Provider>
  )
}

function Plot({ chart }: { chart: Chart }) {
  switch (chart.kind) {
    case 'figure':
      return <FigurePlot chart={chart} />
    case 'bar':
      return <BarPlot chart={chart} />
    case 'line':
      return <LinePlot chart={chart} />
    case 'scatter':
      return <ScatterPlot chart={chart} />
    case 'stack':
      return <StackPlot chart={chart} />
  }
}
