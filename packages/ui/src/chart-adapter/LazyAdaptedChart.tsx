'use client'
import { lazy, Suspense } from 'react'
import styles from '../chart/chart.module.css'
import { css, kitStyles } from '../kit/css.ts'
import type { AdaptedChartProps } from './AdaptedChart.tsx'

const AdaptedChart = lazy(() => import('./AdaptedChart.tsx'))

/** A chart of a source's, whose code is fetched when it is first shown. */
export function LazyAdaptedChart(props: AdaptedChartProps) {
  const waiting = (
    <div className={css(styles.waiting)}>
      <span className={css(kitStyles.spinner)} />
    </div>
  )
  return (
    <Suspense fallback={waiting}>
      <AdaptedChart {...props} />
    </Suspense>
  )
}
