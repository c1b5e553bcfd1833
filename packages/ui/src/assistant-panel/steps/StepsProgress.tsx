'use client'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useElapsed } from '../../kit/time/useElapsed.ts'
import { useTurn } from '../turn/TurnContext.ts'
import { runningSteps, shareDone } from './progressOf.ts'
import styles from './steps.module.css'

/** How far the reading has come and how long it has taken, live; the share also as a bar. Renders a `<span>`. */
export function StepsProgress() {
  const { format } = useKit()
  const turn = useTurn()
  const share = shareDone(runningSteps(turn))
  const elapsedSeconds = useElapsed(Date.parse(turn.askedAt))
  const elapsed = elapsedSeconds > 0 && format.seconds(elapsedSeconds)
  return (
    <>
      <span className={css(styles.progress)}>
        {[share !== undefined && format.share(share), elapsed].filter(Boolean).join(' · ')}
      </span>
      {share !== undefined && <span className={css(styles.bar)} style={{ inlineSize: `${share * 100}%` }} />}
    </>
  )
}
