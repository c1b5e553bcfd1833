'use client'
import { forwardRef } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'
import { problemText } from './problemText.ts'
import { TryAgainAt } from './TryAgainAt.tsx'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'
import { isProblem } from './turnStage.ts'

const tones = { unavailable: 'warn', failed: 'danger' } as const
/** Nothing went wrong that could be tried: the question is asked anew. */
const askedAgain = new Set<string>(['cancelled', 'interrupted', 'clarification'])

/** Why there is no answer, when it will be tried again, and a way on; nothing when there is one. Renders a `<div>`. */
export const Problem = forwardRef<HTMLDivElement, PartProps<'div'>>(function Problem(props, ref) {
  const { messages } = useKit()
  const turn = useTurn()
  const { retry } = usePanelAsk()
  const [title, detail] = problemText(turn, messages)
  const canRetry = turn.status !== 'refused'
  const tone = tones[turn.status as keyof typeof tones] ?? 'quiet'
  const children = (
    <>
      <Icon name={turn.status === 'cancelled' ? 'stop' : 'warning'} className={styles.noticeIcon} />
      <div className={css(styles.noticeBody)}>
        <p className={css(styles.noticeTitle)}>{title}</p>
        {detail && <p className={css(styles.noticeText)}>{detail}</p>}
        <TryAgainAt retryAt={turn.error?.retryAt} />
      </div>
      {canRetry && (
        <Button onClick={() => retry(turn.id)}>
          {askedAgain.has(turn.status) ? messages.askAgain : messages.retry}
        </Button>
      )}
    </>
  )
  const own = { className: styles.notice, children }
  const element = usePart({ tag: 'div', ref: ref as never, state: { tone }, own, props: props as never })
  return isProblem(turn) ? element : null
})
