'use client'
import type { ApprovalRequest, Cell } from '@lakefront/react'
import { useDecideApproval } from '@lakefront/react/governance'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import { useApprovalRequest } from './ApprovalCardContext.ts'
import styles from './approval-card.module.css'
import { Changes } from './Changes.tsx'
import { Deadline } from './Deadline.tsx'
import { Decisions } from './Decisions.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { Terms } from './Terms.tsx'

type Doing = 'looking' | 'editing' | 'rejecting' | 'asking'

/** The request with its choices: approve, edit, ask back, reject. Whatever was typed stays when the reply is an error. */
export function Decide({ onDecided }: { onDecided(request: ApprovalRequest): void }) {
  const { messages } = useKit()
  const text = useApprovalWords()
  const { requestId, shownHash, shown } = useApprovalRequest()
  const [doing, setDoing] = useState<Doing>('looking')
  const [edits, setEdits] = useState<Record<string, string>>({})
  const { mutate, isPending, error, reset } = useDecideApproval()

  function decide(
    decision: 'approve' | 'reject' | 'ask' | 'edit',
    more: { reason?: string; values?: Record<string, Cell> } = {},
  ) {
    if (isPending) return
    const done = {
      onSuccess: ({ request }: { request: ApprovalRequest }) => {
        setDoing('looking')
        onDecided(request)
      },
    }
    mutate({ requestId, shownHash, decision, ...more }, done)
  }
  function go(next: Doing) {
    reset()
    setDoing(next)
  }
  // A field that was not touched goes back as it came, and an emptied one holds nothing.
  const wanted = () =>
    Object.fromEntries(
      shown.changes.map(({ column, after }) => [column, column in edits ? edits[column] || null : after]),
    )

  return (
    <>
      <Changes
        edits={edits}
        onEdit={doing === 'editing' ? (column, value) => setEdits({ ...edits, [column]: value }) : undefined}
      />
      <Terms />
      <Decisions />
      <Deadline />
      {error && (
        <p role="alert" className={css(styles.error)}>
          {messages.errors[error.code] ?? error.message}
        </p>
      )}
      {doing === 'looking' && (
        <div className={css(styles.choices)}>
          <Button variant="primary" aria-disabled={isPending} onClick={() => decide('approve')}>
            {isPending ? text.deciding : text.approve}
          </Button>
          <Button onClick={() => go('editing')}>{text.edit}</Button>
          <Button onClick={() => go('asking')}>{text.ask}</Button>
          <Button onClick={() => go('rejecting')}>{text.reject}</Button>
        </div>
      )}
      {doing === 'editing' && (
        <div className={css(styles.choices)}>
          <Button variant="primary" aria-disabled={isPending} onClick={() => decide('edit', { values: wanted() })}>
            {text.showEdited}
          </Button>
          <Button variant="plain" onClick={() => go('looking')}>
            {text.back}
          </Button>
        </div>
      )}
      {(doing === 'rejecting' || doing === 'asking') && (
        <ReasonForm
          kind={doing}
          busy={isPending}
          onSend={(reason) => decide(doing === 'asking' ? 'ask' : 'reject', reason === '' ? {} : { reason })}
          onBack={() => go('looking')}
        />
      )}
    </>
  )
}
