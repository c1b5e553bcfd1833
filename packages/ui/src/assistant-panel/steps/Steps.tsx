'use client'
import { forwardRef } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { readingText } from '../panel/announcement.ts'
import { useTurn } from '../turn/TurnContext.ts'
import { isRunning } from '../turn/turnStage.ts'
import { StepItem } from './StepItem.tsx'
import { StepsProgress } from './StepsProgress.tsx'
import styles from './steps.module.css'
import { stepsSummary } from './stepsSummary.ts'

/**
 * Where the answer was read: one line until opened, then every statement. Renders a `<details>`, or one line while the
 * plan is not known yet.
 */
export const Steps = forwardRef<HTMLDetailsElement, PartProps<'details', { running: boolean }>>(
  function Steps(props, ref) {
    const { messages, format } = useKit()
    const turn = useTurn()
    const running = isRunning(turn)
    const children = (
      <>
        <summary className={css(styles.summary)}>
          <Icon name="chevron" className={styles.chevron} />
          {running && <span className={css(kitStyles.spinner)} />}
          <span className={css(styles.line)}>
            {running ? readingText(turn, messages, format) : stepsSummary(turn, messages, format)}
          </span>
          {running && <StepsProgress />}
        </summary>
        <ol aria-label={messages.stepsLabel} className={css(styles.list)}>
          {turn.steps.map((step) => (
            <StepItem key={step.id} step={step} />
          ))}
        </ol>
      </>
    )
    const element = usePart({
      tag: 'details',
      ref: ref as never,
      state: { running },
      own: { className: styles.steps, children },
      props: props as never,
    })
    if (turn.steps.length > 0) return element
    return running ? <Thinking /> : null
  },
)

function Thinking() {
  const { messages } = useKit()
  return (
    <p className={css(styles.thinking)}>
      <span className={css(kitStyles.spinner)} />
      {messages.thinking}
      <StepsProgress />
    </p>
  )
}
