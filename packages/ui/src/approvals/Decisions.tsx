'use client'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { useApprovalRequest } from './ApprovalCardContext.ts'
import styles from './approvals.module.css'

/** Who has said what so far. Renders a `<p>` each. */
export function Decisions() {
  const { messages, format } = useKit()
  const { decisions } = useApprovalRequest()
  return decisions.map(({ userId, decision, reason, decidedAt }) => (
    <p key={`${userId}-${decidedAt}`} className={css(styles.decision)}>
      {messages.approval.decided[decision](userId)} · {format.moment(decidedAt)}
      {reason && ` · “${reason}”`}
    </p>
  ))
}
