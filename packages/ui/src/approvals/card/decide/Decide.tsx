'use client'
import { useState } from 'react'
import { Button } from '../../../kit/Button.tsx'
import { css } from '../../../kit/css.ts'
import { Problem } from '../../../states/Problem.tsx'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import { Choices } from './Choices.tsx'
import { AlwaysAllow, Withdraw } from './Confirm.tsx'
import { Deadline } from './Deadline.tsx'
import styles from './decide.module.css'
import { editedValues } from './editedValues.ts'
import { ReasonForm } from './ReasonForm.tsx'
import type { Decision, Doing } from './useDecision.ts'
import { WaitsFor } from './WaitsFor.tsx'

/** Until when, what went wrong, and the choices or the one that was taken. */
export function Decide({ decision }: { decision: Decision }) {
  const { state, mayDo } = useApprovalRequest()
  const isOpen = state === 'pending'
  const hasChoices = mayDo.length > 0 && (isOpen || state === 'approved')
  return (
    <>
      {isOpen && <Deadline />}
      {isOpen && !mayDo.includes('approve') && <WaitsFor />}
      <WentWrong decision={decision} isClosed={!hasChoices} />
      {hasChoices && <Move decision={decision} />}
    </>
  )
}

function WentWrong({ decision: { error, doing }, isClosed }: { decision: Decision; isClosed: boolean }) {
  const text = useApprovalWords()
  if (!error && (doing === 'looking' || !isClosed)) return null
  return <Problem>{error ? (text.problems[error.code] ?? error.message) : text.closedMeanwhile}</Problem>
}

function Move({ decision }: { decision: Decision }) {
  const { doing, go } = decision
  // Where the focus goes back to.
  const [last, setLast] = useState<Doing>()
  const onBack = () => {
    setLast(doing)
    go('looking')
  }
  if (doing === 'looking') return <Choices decision={decision} focusOn={last} />
  if (doing === 'editing') return <EditActions decision={decision} onBack={onBack} />
  if (doing === 'withdrawing') return <Withdraw decision={decision} onBack={onBack} />
  if (doing === 'allowing') return <AlwaysAllow decision={decision} onBack={onBack} />
  return <ReasonForm kind={doing} decision={decision} onBack={onBack} />
}

function EditActions({ decision, onBack }: { decision: Decision; onBack(): void }) {
  const text = useApprovalWords()
  const { shown } = useApprovalRequest()
  const { edits, isPending, decide } = decision
  const values = editedValues(shown, edits)
  return (
    <div className={css(styles.choices)}>
      <Button
        variant="primary"
        aria-disabled={isPending || !values}
        onClick={() => values && decide({ decision: 'edit', values })}
      >
        {isPending ? text.deciding : text.showEdited}
      </Button>
      <Button variant="plain" onClick={onBack}>
        {text.back}
      </Button>
    </div>
  )
}
