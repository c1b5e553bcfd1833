'use client'
import { css } from '../../../kit/css.ts'
import { useKit } from '../../../kit/KitContext.ts'
import { useCountdown } from '../../../kit/time/useCountdown.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import styles from './decide.module.css'

const countedSeconds = 120

/** Until when somebody may decide, and what happens then: a time, or the last seconds counted down. Renders a `<p>`. */
export function Deadline() {
  const { format } = useKit()
  const text = useApprovalWords()
  const { expiresAt } = useApprovalRequest()
  const secondsLeft = useCountdown(expiresAt) ?? 0
  const isNear = secondsLeft <= countedSeconds
  return (
    <p className={css(styles.deadline)} data-tone={isNear ? 'warn' : 'quiet'} role={isNear ? 'timer' : undefined}>
      {isNear ? text.refusedIn(format.seconds(secondsLeft)) : text.refusedAt(format.moment(expiresAt))}
    </p>
  )
}
