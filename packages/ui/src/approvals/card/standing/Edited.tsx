'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { css } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import { useCostText } from '../effect/useCostText.ts'
import styles from './standing.module.css'

/** That it was edited, and first of all what it costs now. Renders a `<p role="status">`. */
export function Edited({ from }: { from: ApprovalRequest }) {
  const text = useApprovalWords()
  const { shown } = useApprovalRequest()
  const costText = useCostText()
  const [now, before] = [costText(shown.estimate), costText(from.shown.estimate)]
  return (
    <p role="status" className={css(styles.edited)}>
      <strong className={css(styles.newCost)}>{now === before ? text.sameCost(now) : text.newCost(now, before)}</strong>{' '}
      {text.edited}
    </p>
  )
}
