'use client'
import { css } from '../../../kit/css.ts'
import { useKit } from '../../../kit/KitContext.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import styles from '../approval-card.module.css'

/** Who has said what so far. Renders a `<p>` each. */
export function Decisions() {
  const { format } = useKit()
  const text = useApprovalWords()
  const { decisions } = useApprovalRequest()
  return decisions.map(({ userId, decision, reason, decidedAt }) => (
    <p key={`${userId}-${decidedAt}`} className={css(styles.decision)}>
      {text.decided[decision](userId)} · {format.moment(decidedAt)}
      {reason && ` · “${reason}”`}
    </p>
  ))
}
