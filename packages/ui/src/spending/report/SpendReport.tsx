'use client'
import type { SpendDimension } from '@lakefront/react'
import { useSpending } from '@lakefront/react/governance'
import { forwardRef, useId, useState } from 'react'
import { Frame, type FrameProps, readingStatus } from '../../frame/Frame.tsx'
import frameStyles from '../../frame/frame.module.css'
import { ReportContent } from './ReportContent.tsx'
import { type Days, ReportForm } from './ReportForm.tsx'
import { mostLines } from './spendLines.ts'

export type SpendReportProps = FrameProps

/**
 * What was spent by person, source, day or question, as a table, a chart and a file. People see what their own queries cost;
 * who may see everybody's does, and it is said which. Renders a `<section>`.
 */
export const SpendReport = forwardRef<HTMLElement, SpendReportProps>(function SpendReport(props, ref) {
  const titleId = useId()
  const [by, setBy] = useState<SpendDimension>('source')
  const [days, setDays] = useState<Days>({})
  const report = useSpending({ by, ...days, limit: mostLines })
  const { data, error, refetch } = report
  // The days stay in their fields while other lines are read.
  const [told, setTold] = useState<Days>({})
  if (data && (data.from !== told.from || data.to !== told.to)) setTold({ from: data.from, to: data.to })

  return (
    <Frame
      ref={ref}
      status={readingStatus(report)}
      titleId={titleId}
      own={{ className: frameStyles.column }}
      given={props}
    >
      <ReportForm titleId={titleId} by={by} days={{ ...told, ...days }} onBy={setBy} onDays={setDays} />
      <ReportContent report={data} error={error} onRetry={() => void refetch()} />
    </Frame>
  )
})
