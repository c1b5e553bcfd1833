'use client'
import { css } from '../../kit/css.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import { useApprovalRequest } from './ApprovalCardContext.ts'
import styles from './approval-card.module.css'
import { Decisions } from './Decisions.tsx'

/** How a request ended, who decided and why. Renders a `<div role="status">`. */
export function Outcome() {
  const { state, decisions, outcome, because } = useApprovalRequest()
  const text = useApprovalWords()
  const tone = state === 'done' || state === 'approved' ? 'good' : state === 'failed' ? 'danger' : 'quiet'
  return (
    <div role="status" className={css(styles.outcome)} data-tone={tone}>
      <p className={css(styles.ended)}>
        {text.states[state]}
        {outcome?.message && ` ${outcome.message}`}
      </p>
      <Decisions />
      {decisions.length === 0 && state === 'done' && <p className={css(styles.decision)}>{because.join(' ')}</p>}
    </div>
  )
}
