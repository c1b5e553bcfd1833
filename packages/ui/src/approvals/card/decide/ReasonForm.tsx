'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../../kit/Button.tsx'
import { css } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import cardStyles from '../approval-card.module.css'
import styles from './decide.module.css'
import type { Decision } from './useDecision.ts'

type ReasonFormProps = {
  kind: 'rejecting' | 'asking' | 'answering'
  decision: Decision
  onBack(): void
}

const decisions = { rejecting: 'reject', asking: 'ask', answering: 'answer' } as const

/** Why it is rejected, the question to who asked for it, or the answer. Escape leads back. Renders a `<form>`. */
export function ReasonForm({ kind, decision: { isPending, decide }, onBack }: ReasonFormProps) {
  const text = useApprovalWords()
  const [reason, setReason] = useState('')
  const fieldId = useId()
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  useEffect(() => fieldRef.current?.focus(), [])
  const trimmed = reason.trim()
  const incomplete = kind !== 'rejecting' && trimmed === ''
  const words = {
    rejecting: [text.yourReason, text.confirmReject],
    asking: [text.yourQuestion, text.sendQuestion],
    answering: [text.yourAnswer, text.sendAnswer],
  } as const
  const [label, send] = words[kind]

  return (
    <form
      className={css(cardStyles.reason)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!incomplete) decide({ decision: decisions[kind], ...(trimmed !== '' && { reason: trimmed }) })
      }}
      onKeyDown={(event) => event.key === 'Escape' && onBack()}
    >
      <label htmlFor={fieldId} className={css(cardStyles.reasonLabel)}>
        {label}
      </label>
      <textarea
        ref={fieldRef}
        id={fieldId}
        rows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        className={css(cardStyles.input)}
      />
      <div className={css(styles.choices)}>
        <Button type="submit" variant="primary" aria-disabled={isPending || incomplete}>
          {isPending ? text.deciding : send}
        </Button>
        <Button variant="plain" onClick={onBack}>
          {text.back}
        </Button>
      </div>
    </form>
  )
}
