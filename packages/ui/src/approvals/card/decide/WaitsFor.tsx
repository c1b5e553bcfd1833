'use client'
import { css } from '../../../kit/css.ts'
import { useKit } from '../../../kit/KitContext.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import styles from '../approval-card.module.css'

/** Who has to decide, for those who may not. Renders a `<p>`. */
export function WaitsFor() {
  const { format } = useKit()
  const text = useApprovalWords()
  const { roles } = useApprovalRequest().approvers
  return (
    <p className={css(styles.decision)}>
      {roles.length > 0 ? text.waitsFor(format.either(roles)) : text.waitsForAnybody}
    </p>
  )
}
