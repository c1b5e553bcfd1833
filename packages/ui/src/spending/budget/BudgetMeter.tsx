'use client'
import { useBudget } from '@lakefront/react/governance'
import { forwardRef, useId } from 'react'
import { Frame, type FrameProps, readingStatus } from '../../frame/Frame.tsx'
import frameStyles from '../../frame/frame.module.css'
import { BudgetContent } from './BudgetContent.tsx'

export type BudgetMeterProps = FrameProps

/**
 * How full each cap is that holds for the person: spent, set aside, left, what it comes to at this pace, and when it starts
 * anew. Follows what is spent. Renders a `<section>`.
 */
export const BudgetMeter = forwardRef<HTMLElement, BudgetMeterProps>(function BudgetMeter(props, ref) {
  const titleId = useId()
  const budget = useBudget()
  return (
    <Frame
      ref={ref}
      status={readingStatus(budget)}
      titleId={titleId}
      own={{ className: frameStyles.column }}
      given={props}
    >
      <BudgetContent titleId={titleId} budget={budget} />
    </Frame>
  )
})
