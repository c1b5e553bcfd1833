'use client'
import { CopyButton } from '../kit/copy/CopyButton.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import styles from './statement.module.css'

/** A statement as it was sent to a source, with a button to copy it. Renders a `<div>`. */
export function Statement({ sql, sourceTitle }: { sql: string; sourceTitle: string }) {
  const { messages } = useKit()
  return (
    <div className={css(styles.statement)}>
      <section className={css()} aria-label={messages.statementAt(sourceTitle)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are reached by scrolling */}
        <pre className={css(styles.sql)} tabIndex={0}>
          {sql}
        </pre>
      </section>
      <span className={css(styles.copy)}>
        <CopyButton label={messages.copySql} getText={() => sql} />
      </span>
    </div>
  )
}
