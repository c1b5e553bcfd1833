'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import type { Decision } from '../decide/useDecision.ts'
import { Changes } from './Changes.tsx'
import { Question } from './Question.tsx'
import { Statements } from './Statements.tsx'
import { Terms } from './Terms.tsx'

type EffectProps = { decision: Decision; editedFrom: ApprovalRequest | undefined }

/** All that a decision is bound to: the question, the changes, the statements, the cost and whom it touches. */
export function Effect({ decision, editedFrom }: EffectProps) {
  const { shown, mayDo } = useApprovalRequest()
  const { doing, edits, edit } = decision
  const editing = doing === 'editing' && mayDo.includes('edit') ? { edits, onEdit: edit } : {}
  return (
    <>
      <Question before={editedFrom?.shown.question} {...editing} />
      {shown.changes.length > 0 && <Changes before={editedFrom?.shown.changes} {...editing} />}
      <Terms />
      <Statements before={editedFrom?.shown.statements} {...editing} />
    </>
  )
}
