'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { useCovers } from '../../../grants/useCovers.ts'
import { Button } from '../../../kit/Button.tsx'
import { css } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import cardStyles from '../approval-card.module.css'
import styles from './decide.module.css'
import type { Decision } from './useDecision.ts'

type ConfirmProps = {
  label: string
  confirm: string
  isPending: boolean
  onConfirm(): void
  onBack(): void
  children: ReactNode
}

/** A second look before something counts. Escape leads back. Renders a `<div role="group">`. */
function Confirm({ label, confirm, isPending, onConfirm, onBack, children }: ConfirmProps) {
  const text = useApprovalWords()
  const groupRef = useRef<HTMLDivElement>(null)
  useEffect(() => groupRef.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields, but what is said belongs together
    <div
      ref={groupRef}
      role="group"
      aria-label={label}
      tabIndex={-1}
      className={css(styles.confirm)}
      onKeyDown={(event) => event.key === 'Escape' && onBack()}
    >
      {children}
      <div className={css(styles.choices)}>
        <Button variant="primary" aria-disabled={isPending} onClick={onConfirm}>
          {isPending ? text.deciding : confirm}
        </Button>
        <Button variant="plain" onClick={onBack}>
          {text.back}
        </Button>
      </div>
    </div>
  )
}

type StepProps = { decision: Decision; onBack(): void }

/** Takes a request back, once it was said what that means. */
export function Withdraw({ decision: { isPending, decide }, onBack }: StepProps) {
  const text = useApprovalWords()
  return (
    <Confirm
      label={text.withdraw}
      confirm={text.confirmWithdraw}
      isPending={isPending}
      onConfirm={() => decide({ decision: 'withdraw' })}
      onBack={onBack}
    >
      <p className={css()}>{text.withdrawHint}</p>
    </Confirm>
  )
}

/** Approves from now on, once it was shown exactly what that covers. */
export function AlwaysAllow({ decision: { isPending, decide }, onBack }: StepProps) {
  const text = useApprovalWords()
  const { grantCovers, grantTerms } = useApprovalRequest()
  const told = grantCovers ?? []
  const covers = useCovers(grantTerms, told)
  return (
    <Confirm
      label={text.alwaysAllow}
      confirm={text.confirmAlwaysAllow}
      isPending={isPending}
      onConfirm={() => decide({ decision: 'approve', alwaysAllow: told })}
      onBack={onBack}
    >
      <p className={css()}>{text.alwaysAllowHint}</p>
      <ul className={css(styles.covers)}>
        {covers.map((sentence) => (
          <li key={sentence} className={css(styles.cover)}>
            {sentence}
          </li>
        ))}
      </ul>
      <p className={css(cardStyles.decision)}>{text.alwaysAllowEnd}</p>
    </Confirm>
  )
}
