'use client'
import type { ChartSpec } from '@lakefront/react'
import { useCallback, useState } from 'react'
import type { AdaptedChartProblem, AdaptedChartProps } from './AdaptedChart.tsx'
import type { ChartAdapter, ChartAdapters } from './types.ts'

type Options = {
  chart: ChartSpec | undefined
  adapters: ChartAdapters | undefined
}

export type SourceChartProblem = AdaptedChartProblem | 'no-adapter'

/** What draws a chart that the source sent. */
export type SourceChart = Pick<AdaptedChartProps, 'adapter' | 'chart' | 'onProblem'>

type Found = { drawn: SourceChart | undefined; problem: SourceChartProblem | undefined }

/** The chart that the source sent and the adapter that draws it, or why it is not drawn. */
export function useSourceChart({ chart, adapters }: Options): Found {
  const [failed, setFailed] = useState<{ chart: ChartSpec; problem: AdaptedChartProblem }>()
  const adapter: ChartAdapter | undefined = chart && adapters?.[chart.format]
  const onProblem = useCallback((problem: AdaptedChartProblem) => chart && setFailed({ chart, problem }), [chart])

  const problem = failed?.chart === chart ? failed?.problem : undefined
  if (!chart) return { drawn: undefined, problem: undefined }
  if (!adapter) return { drawn: undefined, problem: 'no-adapter' }
  return { drawn: problem ? undefined : { adapter, chart, onProblem }, problem }
}
