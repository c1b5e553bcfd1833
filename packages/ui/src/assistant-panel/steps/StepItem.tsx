'use client'
import type { Step, StepProgress } from '@lakefront/react'
import type { Format } from '../../format/createFormat.ts'
import { css, kitStyles } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { VisuallyHidden } from '../../kit/VisuallyHidden.tsx'
import type { Messages } from '../../messages/types.ts'
import { Statement } from '../../statement/Statement.tsx'
import { useTurn } from '../turn/TurnContext.ts'
import { stepFacts } from './stepFacts.ts'
import styles from './steps.module.css'

const whitespace = /\s+/g

/** One statement: source, its SQL on one line and rows; opened, all that is known of it. Renders an `<li>`. */
export function StepItem({ step }: { step: Step }) {
  const { messages, format } = useKit()
  const { restored, progress } = useTurn()
  const now = step.status === 'running' ? progress?.[step.id] : undefined
  return (
    <li className={css(styles.step)} data-status={step.status}>
      <details className={css(styles.stepDetails)}>
        <summary className={css(styles.stepSummary)}>
          <StepMark status={step.status} />
          <VisuallyHidden>{now ? messages.stepState[now.state] : messages.stepStatus[step.status]}</VisuallyHidden>
          <span className={css(styles.source)}>{step.sourceTitle}</span>
          <code className={css(styles.oneLine)}>{step.sql.replace(whitespace, ' ')}</code>
          <span className={css(styles.rows)}>{shortFact(step, now, messages, format)}</span>
        </summary>
        <div className={css(styles.stepBody)}>
          {step.purpose && <p className={css(styles.purpose)}>{step.purpose}</p>}
          {now?.message && <p className={css(styles.purpose)}>{now.message}</p>}
          {step.error && <p className={css(styles.error)}>{step.error}</p>}
          <p className={css(styles.facts)}>{stepFacts(step, messages, format, now).join(' · ')}</p>
          {step.sql && <Statement sql={step.sql} sourceTitle={step.sourceTitle} />}
          {restored && <p className={css(styles.facts)}>{messages.valuesNotKept}</p>}
        </div>
      </details>
    </li>
  )
}

function StepMark({ status }: Pick<Step, 'status'>) {
  if (status === 'running') return <span className={css(kitStyles.spinner)} />
  if (status === 'done') return <Icon name="check" className={styles.done} />
  if (status === 'failed') return <Icon name="warning" className={styles.failed} />
  return <Icon name="minus" className={styles.waiting} />
}

/** At the end of a step's line: the rows that left its source or, until then, how far it is. */
function shortFact({ rows }: Step, now: StepProgress | undefined, messages: Messages, format: Format): string {
  if (rows !== null) return format.rows(rows)
  if (now?.fraction !== undefined) return format.share(now.fraction)
  return now && now.state !== 'running' ? messages.stepState[now.state] : ''
}
