'use client'
import type { Step } from '@lakefront/react'
import type { Format } from '../format/createFormat.ts'
import { css, kitStyles } from '../kit/css.ts'
import { Icon } from '../kit/icons.tsx'
import { useKit } from '../kit/KitContext.ts'
import { VisuallyHidden } from '../kit/VisuallyHidden.tsx'
import type { Messages } from '../messages/types.ts'
import { Statement } from './Statement.tsx'
import styles from './steps.module.css'
import { useTurn } from './TurnContext.ts'

const whitespace = /\s+/g

/** One statement: source, its SQL on one line and rows; opened, all that is known of it. Renders an `<li>`. */
export function StepItem({ step }: { step: Step }) {
  const { messages, format } = useKit()
  const { restored } = useTurn()
  return (
    <li className={css(styles.step)} data-status={step.status}>
      <details className={css(styles.stepDetails)}>
        <summary className={css(styles.stepSummary)}>
          <StepMark status={step.status} />
          <VisuallyHidden>{messages.stepStatus[step.status]}</VisuallyHidden>
          <span className={css(styles.source)}>{step.sourceTitle}</span>
          <code className={css(styles.oneLine)}>{step.sql.replace(whitespace, ' ')}</code>
          <span className={css(styles.rows)}>{step.rows !== null && format.rows(step.rows)}</span>
        </summary>
        <div className={css(styles.stepBody)}>
          {step.purpose && <p className={css(styles.purpose)}>{step.purpose}</p>}
          {step.error && <p className={css(styles.error)}>{step.error}</p>}
          <p className={css(styles.facts)}>{stepFacts(step, messages, format).join(' · ')}</p>
          {step.sql && <Statement step={step} />}
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

/** What a step moved and took, as far as it is known; bytes that are not known are said to be so. */
function stepFacts(step: Step, messages: Messages, format: Format): string[] {
  const { rows, durationMs, bytesScanned, keysPushed, source } = step
  const bytes = bytesScanned === null ? messages.bytesUnknown : messages.bytesRead(format.bytes(bytesScanned))
  return [
    rows === null ? messages.stepStatus[step.status] : format.rows(rows),
    durationMs !== null && format.duration(durationMs),
    source !== 'gateway' && bytes,
    keysPushed !== undefined && messages.keysPushed(keysPushed, format.count(keysPushed)),
  ].filter((fact): fact is string => typeof fact === 'string')
}
