'use client'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { useChart } from '../../chart/choose/useChart.ts'
import { useChartRows } from '../../chart/choose/useChartRows.ts'
import { LazyChart } from '../../chart/LazyChart.tsx'
import type { Chart, ChartRows } from '../../chart/types.ts'
import { LazyAdaptedChart } from '../../chart-adapter/LazyAdaptedChart.tsx'
import { type SourceChart, type SourceChartProblem, useSourceChart } from '../../chart-adapter/useSourceChart.ts'
import { Switch } from '../../form/Switch.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { GridSkeleton } from '../../result-table/GridSkeleton.tsx'
import { ResultTable } from '../../result-table/index.ts'
import { useResultTable } from '../../result-table/ResultTableContext.ts'
import { usePanel } from '../panel/PanelContext.ts'
import { endedWithoutRows } from './endedWithoutRows.ts'
import { ResultActions } from './ResultActions.tsx'
import { ResultFoot } from './ResultFoot.tsx'
import { RowsNote } from './RowsNote.tsx'
import styles from './result.module.css'

type ResultView = 'table' | 'chart'

/** What lies in the card of a result, once there is one. */
export function ResultCard() {
  const { title, rows, result } = useResultTable()
  const { chartAdapters } = usePanel()
  const { messages } = useKit()
  const views = (['table', 'chart'] as const).map((value) => ({ value, label: messages[value] }))
  const chartRows = useChartRows()
  const own = useChart(chartRows)
  const source = useSourceChart({ chart: result?.chart, adapters: chartAdapters })
  const [wanted, setWanted] = useState<ResultView>('table')
  const svgRef = useRef<SVGSVGElement>(null)
  const [said, say] = useState<string>()
  const [progress, show] = useState<ReactNode>()
  // A picture is made of our own drawing only.
  const saved = wanted === 'chart' && !source.drawn ? own : undefined

  return (
    <>
      <div className={css(styles.head)}>
        <h3 className={css(styles.title)} title={title}>
          {title}
        </h3>
        {chartRows && (own || source.drawn) && (
          <Switch label={messages.showAs} value={wanted} choices={views} onChange={(view) => setWanted(view)} />
        )}
        {!endedWithoutRows(rows) && <ResultActions chart={saved} svgRef={svgRef} say={say} show={show} />}
      </div>
      <p role="status" className={css(styles.said)}>
        {said}
      </p>
      {progress}
      <Shown as={wanted} rows={chartRows} source={source.drawn} own={own} svgRef={svgRef} />
      {source.problem && <SourceChartNote problem={source.problem} />}
      <RowsNote />
      <ResultFoot />
    </>
  )
}

type ShownProps = {
  as: ResultView
  /** `undefined` while they still arrive. */
  rows: ChartRows | undefined
  source: SourceChart | undefined
  own: Chart | undefined
  svgRef: RefObject<SVGSVGElement | null>
}

/** The chart that the source sent, else the one that fits, else the table. */
function Shown({ as, rows, source, own, svgRef }: ShownProps) {
  const { title, onOpenRecord } = useResultTable()
  if (as === 'table' || !rows) return <ResultBody />
  if (source) return <LazyAdaptedChart {...source} rows={rows} title={title} onOpenRecord={onOpenRecord} />
  if (!own) return <ResultBody />
  return <LazyChart chart={own} rows={rows} title={title} onOpenRecord={onOpenRecord} svgRef={svgRef} />
}

/** Says that the source sent a chart, and why the one that is shown is another or none. */
function SourceChartNote({ problem }: { problem: SourceChartProblem }) {
  const { messages } = useKit()
  return <p className={css(styles.chartNote)}>{messages.sourceChartProblems[problem]}</p>
}

function ResultBody() {
  const { messages } = useKit()
  const { rows } = useResultTable()
  if (endedWithoutRows(rows)) return null
  if (rows.rowCount > 0) return <ResultTable.Grid />
  if (rows.status === 'streaming') return <GridSkeleton columns={rows.columns} />
  return (
    <p className={css(styles.nothing)}>
      <strong className={css(styles.nothingTitle)}>{messages.noRows}</strong>
      {messages.noRowsHint}
    </p>
  )
}
