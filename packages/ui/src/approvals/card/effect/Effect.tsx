'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { css } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import type { Decision } from '../decide/useDecision.ts'
import { Changes } from './Changes.tsx'
import { Statements } from './Statements.tsx'
import { Terms } from './Terms.tsx'
import styles from './terms.module.css'

type EffectProps = { decision: Decision; editedFrom: ApprovalRequest | undefined }

/** All that a decision is bound to: the question, the changes, the statements, the cost and whom it touches. */
export function Effect({ decision, editedFrom }: EffectProps) {
  const text = useApprovalWords()
  const { shown, mayDo } = useApprovalRequest()
  const { doing, edits, edit } = decision
  const editing = doing === 'editing' && mayDo.includes('edit') ? { edits, onEdit: edit } : {}
  return (
    <>
      {shown.question && (
        <p className={css(styles.question)}>
          <span className={css(styles.termName)}>{text.question}</span> “{shown.question}”
        </p>
      )}
      {shown.changes.length > 0 && <Changes before={editedFrom?.shown.changes} {...editing} />}
      <Terms />
      <Statements before={editedFrom?.shown.statements} {...editing} />
    </>
  )
}
