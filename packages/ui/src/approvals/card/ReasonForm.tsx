'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import styles from './approval-card.module.css'

type ReasonFormProps = {
  kind: 'rejecting' | 'asking'
  busy: boolean
  onSend(reason: string): void
  onBack(): void
}

/** Why it is rejected, or the question to who asked for it. Renders a `<form>`. */
export function ReasonForm({ kind, busy, onSend, onBack }: ReasonFormProps) {
  const text = useApprovalWords()
  const [reason, setReason] = useState('')
  const labelId = useId()
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  useEffect(() => fieldRef.current?.focus(), [])
  const isQuestion = kind === 'asking'
  const trimmed = reason.trim()
  const incomplete = isQuestion && trimmed === ''

  return (
    <form
      className={css(styles.reason)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!incomplete && !busy) onSend(trimmed)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack()
      }}
    >
      <label id={labelId} htmlFor={`${labelId}-field`} className={css(styles.reasonLabel)}>
        {isQuestion ? text.yourQuestion : text.yourReason}
      </label>
      <textarea
        ref={fieldRef}
        id={`${labelId}-field`}
        rows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        className={css(styles.input)}
      />
      <div className={css(styles.choices)}>
        <Button type="submit" variant="primary" aria-disabled={busy || incomplete}>
          {isQuestion ? text.sendQuestion : text.confirmReject}
        </Button>
        <Button variant="plain" onClick={onBack}>
          {text.back}
        </Button>
      </div>
    </form>
  )
}
