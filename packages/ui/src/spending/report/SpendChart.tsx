'use client'
import { useMemo, useRef } from 'react'
import { useChart } from '../../chart/choose/useChart.ts'
import { LazyChart } from '../../chart/LazyChart.tsx'
import { css } from '../../kit/css.ts'
import { useSpendingWords } from '../useSpendingWords.ts'
import styles from './report.module.css'
import { type SpendingReport, spendChartRows } from './spendLines.ts'

/** What was spent as a drawing, where one line is not all there is. */
export function SpendChart({ report }: { report: SpendingReport }) {
  const words = useSpendingWords()
  const svgRef = useRef<SVGSVGElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language only, and then the report is drawn anew
  const rows = useMemo(() => spendChartRows(report, words), [report])
  const chart = useChart(rows)
  if (!chart || chart.kind === 'figure') return null
  return (
    <div className={css(styles.chart)}>
      <LazyChart chart={chart} rows={rows} title={words.tableOf(words.by[report.by])} svgRef={svgRef} />
    </div>
  )
}
