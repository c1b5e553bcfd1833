'use client'
import type { ApprovalState } from '@lakefront/react'
import { useTurnApproval } from '@lakefront/react/governance'
import { ApprovalCard } from '../../approvals/card/ApprovalCard.tsx'
import { Button } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useWords } from '../../kit/useWords.ts'
import { turnApproval as de } from '../../messages/turnApproval/de.ts'
import { turnApproval as en } from '../../messages/turnApproval/en.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'
import { useTurn } from '../turn/TurnContext.ts'
import styles from './turn-approval.module.css'

/** Ended without a decision against it: whoever still wants it may ask again. */
const askableAgain: ReadonlySet<ApprovalState> = new Set(['expired', 'withdrawn', 'failed', 'done'])

/** The request that the turn waits for, and what comes after it. Comes with its code once a turn has to wait. */
export function TurnApproval() {
  const { messages } = useKit()
  const words = useWords('turnApproval', { en, de })
  const turn = useTurn()
  const { retry } = usePanelAsk()
  const { data: request, error, isPending, refetch } = useTurnApproval(turn)
  const askAgain = <Button onClick={() => retry(turn.id)}>{messages.askAgain}</Button>

  if (request) {
    const { state } = request
    return (
      <>
        <p role="status" className={css(styles.hint)}>
          {state === 'pending' ? words.waits : state === 'approved' ? words.goesOn : ''}
        </p>
        <ApprovalCard request={request} onDecided={() => void refetch()} />
        {error && <Unreachable code={error.code} message={error.message} onRetry={() => void refetch()} />}
        {askableAgain.has(state) && <div className={css()}>{askAgain}</div>}
      </>
    )
  }
  if (error) return <Unreachable code={error.code} message={error.message} onRetry={() => void refetch()} />
  if (isPending) return <span className={css(kitStyles.skeleton, styles.skeleton)} />
  return (
    <div className={css(styles.gone)}>
      <p className={css(styles.hint)}>{words.gone}</p>
      {askAgain}
    </div>
  )
}

type UnreachableProps = { code: string; message: string; onRetry(): void }

/** How the request stands is not known now. */
function Unreachable({ code, message, onRetry }: UnreachableProps) {
  const { messages } = useKit()
  return (
    <div role="alert" className={css(styles.gone)}>
      <p className={css(styles.hint)}>{messages.errors[code] ?? message}</p>
      <Button variant="plain" onClick={onRetry}>
        {messages.retry}
      </Button>
    </div>
  )
}
