'use client'
import type { ChartSpec } from '@lakefront/react'
import { useEffect, useId, useRef, useState } from 'react'
import styles from '../chart/chart.module.css'
import { recordAt } from '../chart/layout/marks.ts'
import type { ChartRows } from '../chart/types.ts'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { useLatest } from '../kit/useLatest.ts'
import type { OpenRecord } from '../result-table/ResultTableContext.ts'
import { lookOf } from './lookOf.ts'
import { mostRowsOfSpec, specFor } from './specFor.ts'
import type { ChartAdapter } from './types.ts'

/** `refused`: it would load something, or does not fit the rows. `failed`: the adapter could not draw it. */
export type AdaptedChartProblem = 'refused' | 'failed'

export type AdaptedChartProps = {
  adapter: ChartAdapter
  chart: ChartSpec
  rows: ChartRows
  title: string
  onOpenRecord: OpenRecord | undefined
  onProblem(problem: AdaptedChartProblem): void
}

/** A chart as its source sent it, drawn by the host's adapter. The default export, since it is loaded late. */
export default function AdaptedChart({ adapter, chart, rows, title, onOpenRecord, onProblem }: AdaptedChartProps) {
  const { messages, format, locale } = useKit()
  const placeRef = useRef<HTMLDivElement>(null)
  const id = useId()
  const [isDrawn, setDrawn] = useState(false)
  const latest = useLatest({ onOpenRecord, onProblem, title })

  useEffect(() => {
    const spec = specFor(chart.spec, rows)
    if (!spec) return latest.current.onProblem('refused')
    // A place of its own for each drawing: what was asked for last may not be what stands first.
    const place = placeRef.current!.appendChild(document.createElement('div'))
    let remove: (() => void) | undefined
    const openRow = (row: number) => {
      const record = recordAt(rows, row)
      if (record) latest.current.onOpenRecord?.(record)
    }
    const drawing = adapter(place, { spec, title: latest.current.title, locale, look: lookOf(place), openRow })
    drawing.then(
      (done) => {
        remove = done
        if (place.isConnected) setDrawn(true)
        else remove()
      },
      () => place.isConnected && latest.current.onProblem('failed'),
    )
    return () => {
      remove?.()
      place.remove()
    }
  }, [adapter, chart, rows, locale, latest])

  const shown = Math.min(rows.rowCount, mostRowsOfSpec)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: no element groups the shapes of a drawing */}
      <div role="group" aria-label={title} aria-describedby={`${id}-help`} className={css(styles.scroller)}>
        {!isDrawn && (
          <div className={css(styles.waiting)}>
            <span className={css(kitStyles.spinner)} />
          </div>
        )}
        <div ref={placeRef} className={css(styles.place)} />
        <span id={`${id}-help`} className={css(kitStyles.hidden)}>
          {messages.sourceChartHelp}
        </span>
      </div>
      {shown < rows.rowCount && (
        <p className={css(styles.note)}>{messages.chartFirst(format.count(shown), format.count(rows.rowCount))}</p>
      )}
    </>
  )
}
