'use client'
import { css } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import cardStyles from '../approval-card.module.css'
import { Decisions } from './Decisions.tsx'
import styles from './standing.module.css'

/** How a request ended, who decided and why. Renders a `<div role="status">`. */
export function Outcome() {
  const text = useApprovalWords()
  const { state, decisions, outcome, because, shown } = useApprovalRequest()
  const isRead = shown.effectClass === 'read' || shown.effectClass === 'costly-read'
  const tone = state === 'done' || state === 'approved' ? 'good' : state === 'failed' ? 'danger' : 'quiet'
  return (
    <div role="status" className={css(styles.outcome)} data-tone={tone}>
      <p className={css(styles.ended)}>
        {state === 'approved' && isRead ? text.approvedRead : text.states[state]}
        {outcome?.message && ` ${outcome.message}`}
      </p>
      <Decisions />
      {decisions.length === 0 && state === 'done' && <p className={css(cardStyles.decision)}>{because.join(' ')}</p>}
    </div>
  )
}
