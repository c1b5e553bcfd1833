'use client'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useCountdown } from '../../kit/time/useCountdown.ts'
import styles from './turn.module.css'

/** When a source that is down will be tried again, counted down; nothing when that is not known. Renders a `<p>`. */
export function TryAgainAt({ retryAt }: { retryAt: string | undefined }) {
  const { messages, format } = useKit()
  const secondsLeft = useCountdown(retryAt)
  if (secondsLeft === undefined) return null
  return (
    <p className={css(styles.noticeText)} role="timer">
      {secondsLeft > 0 ? messages.tryingAgainIn(format.seconds(secondsLeft)) : messages.mayTryAgain}
    </p>
  )
}
