'use client'
import type { Turn as TurnData } from '@lakefront/react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { withoutMarkdown } from '../../markdown/withoutMarkdown.ts'
import type { Messages } from '../../messages/types.ts'
import { problemText } from '../turn/problemText.ts'
import styles from '../turn/turn.module.css'
import { isProblem } from '../turn/turnStage.ts'

type TurnSketchProps = {
  turn: TurnData
  /** As high as it was when it was drawn, in pixels. */
  height: number | undefined
}

/**
 * A turn far from what is in sight: the words that can be searched for or read aloud, but neither rows nor statements nor
 * buttons. There may be hundreds, so it is put together by hand. Renders an `<article>`.
 */
export function TurnSketch({ turn, height }: TurnSketchProps) {
  const { messages } = useKit()
  return (
    <article
      aria-label={messages.youAsked(turn.question)}
      data-status={turn.status}
      className={css(styles.turn, height === undefined ? turn.result && styles.sketch : styles.asDrawn)}
      style={{ blockSize: height }}
    >
      <p className={css(styles.question)}>{turn.question}</p>
      <p className={css(styles.plainText)}>{wordsOf(turn, messages)}</p>
    </article>
  )
}

function wordsOf(turn: TurnData, messages: Messages): string {
  if (turn.clarification) return turn.clarification.message
  if (isProblem(turn)) return problemText(turn, messages).filter(Boolean).join('. ')
  return withoutMarkdown(turn.text)
}
