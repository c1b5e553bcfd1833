'use client'
import type { Step } from '@lakefront/react'
import { CopyButton } from '../../kit/CopyButton.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import styles from './steps.module.css'

/** A statement as it was sent, with a button to copy it. Renders a `<div>`. */
export function Statement({ step }: { step: Step }) {
  const { messages } = useKit()
  return (
    <div className={css(styles.statement)}>
      <section className={css()} aria-label={messages.statementAt(step.sourceTitle)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are reached by scrolling */}
        <pre className={css(styles.sql)} tabIndex={0}>
          {step.sql}
        </pre>
      </section>
      <span className={css(styles.copy)}>
        <CopyButton label={messages.copySql} getText={() => step.sql} />
      </span>
    </div>
  )
}
