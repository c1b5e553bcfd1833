'use client'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import styles from './spending.module.css'
import { useSpendingWords } from './useSpendingWords.ts'

/** What kept the figures from being read, with a way to try again. Renders a `<div role="alert">`, or a `<p>` where nothing is counted. */
export function Problem({ error, onRetry }: { error: { code: string; message: string }; onRetry(): void }) {
  const { messages } = useKit()
  const words = useSpendingWords()
  // Everybody may read what they spend themselves, wherever it is counted.
  if (error.code === 'forbidden') return <p className={css(styles.nothing)}>{words.noBudgets}</p>
  return (
    <div role="alert" className={css(styles.error)}>
      {messages.errors[error.code] ?? error.message}{' '}
      <Button variant="plain" onClick={onRetry}>
        {messages.retry}
      </Button>
    </div>
  )
}
