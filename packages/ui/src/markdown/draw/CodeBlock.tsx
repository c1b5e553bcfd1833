'use client'
import { CopyButton } from '../../kit/copy/CopyButton.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import styles from '../markdown.module.css'
import type { CodeNode } from '../read/nodes.ts'

/** Code as it is written, in a language that is named, with a button that copies it. */
export function CodeBlock({ node: { text, language } }: { node: CodeNode }) {
  const { messages } = useKit()
  return (
    <div className={css(styles.codeBlock)}>
      <div className={css(styles.codeHead)}>
        <span className={css(styles.language)}>{language}</span>
        <CopyButton label={messages.copyCode} getText={() => text} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no element groups what is already formatted */}
      <pre
        role="group"
        aria-label={messages.code(language)}
        data-language={language || undefined}
        className={css(styles.code)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are reached by scrolling
        tabIndex={0}
      >
        <code className={css()}>{text}</code>
      </pre>
    </div>
  )
}
