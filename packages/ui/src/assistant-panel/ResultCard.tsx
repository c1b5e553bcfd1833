'use client'
import { type ReactNode, useRef, useState } from 'react'
import { LazyChart } from '../chart/LazyChart.tsx'
import { useChart } from '../chart/useChart.ts'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { GridSkeleton } from '../result-table/GridSkeleton.tsx'
import { ResultTable } from '../result-table/index.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import { endedWithoutRows } from './endedWithoutRows.ts'
import { ResultActions } from './ResultActions.tsx'
import { ResultFoot } from './ResultFoot.tsx'
import { type ResultView, ResultViewSwitch } from './ResultViewSwitch.tsx'
import { RowsNote } from './RowsNote.tsx'
import styles from './result.module.css'

/** What lies in the card of a result, once there is one. */
export function ResultCard() {
  const { title, rows, onOpenRecord } = useResultTable()
  const found = useChart()
  const [wanted, setWanted] = useState<ResultView>('table')
  const svgRef = useRef<SVGSVGElement>(null)
  const [said, say] = useState<string>()
  const [progress, show] = useState<ReactNode>()
  const chart = wanted === 'chart' ? found : undefined

  return (
    <>
      <div className={css(styles.head)}>
        <h3 className={css(styles.title)} title={title}>
          {title}
        </h3>
        {found && <ResultViewSwitch view={wanted} onChange={setWanted} />}
        {!endedWithoutRows(rows) && <ResultActions chart={chart?.chart} svgRef={svgRef} say={say} show={show} />}
      </div>
      <p role="status" className={css(styles.said)}>
        {said}
      </p>
      {progress}
      {chart ? <LazyChart {...chart} title={title} onOpenRecord={onOpenRecord} svgRef={svgRef} /> : <ResultBody />}
      <RowsNote />
      <ResultFoot />
    </>
  )
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
