'use client'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import styles from './spending.module.css'

/** What kept the figures from being read, with a way to try again. Renders a `<div role="alert">`. */
export function Problem({ error, onRetry }: { error: { code: string; message: string }; onRetry(): void }) {
  const { messages } = useKit()
  return (
    <div role="alert" className={css(styles.error)}>
      {messages.errors[error.code] ?? error.message}{' '}
      <Button variant="plain" onClick={onRetry}>
        {messages.retry}
      </Button>
    </div>
  )
}
