'use client'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import styles from './states.module.css'

type ReadProblemProps = {
  error: { code: string; message: string }
  /** Said instead of what the kit says of such an error. */
  text?: string | undefined
  onRetry(): void
}

/** What kept something from being read, with a way to try again. Renders a `<div role="alert">`. */
export function ReadProblem({ error, text, onRetry }: ReadProblemProps) {
  const { messages } = useKit()
  return (
    <div role="alert" className={css(styles.problem)}>
      {text ?? messages.errors[error.code] ?? error.message}{' '}
      <Button variant="plain" onClick={onRetry}>
        {messages.retry}
      </Button>
    </div>
  )
}
