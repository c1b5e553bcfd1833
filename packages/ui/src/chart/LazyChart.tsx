'use client'
import { lazy, Suspense } from 'react'
import { css, kitStyles } from '../kit/css.ts'
import type { ChartViewProps } from './ChartView.tsx'
import styles from './chart.module.css'

const ChartView = lazy(() => import('./ChartView.tsx'))

/** A chart whose code is fetched when it is first shown. */
export function LazyChart(props: ChartViewProps) {
  return (
    <Suspense
      fallback={
        <div className={css(styles.waiting)}>
          <span className={css(kitStyles.spinner)} />
        </div>
      }
    >
      <ChartView {...props} />
    </Suspense>
  )
}
