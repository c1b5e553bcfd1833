'use client'
import { useEffect, useRef } from 'react'
import { Button } from '../../../kit/Button.tsx'
import { css } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { useApprovalRequest } from '../ApprovalCardContext.ts'
import styles from './decide.module.css'
import type { Decision, Doing } from './useDecision.ts'

type ChoicesProps = {
  decision: Decision
  /** The choice that was left again, which gets the focus back. */
  focusOn: Doing | undefined
}

/** What the person may do with the request now, a button each. Renders a `<div>`. */
export function Choices({ decision: { isPending, decide, go }, focusOn }: ChoicesProps) {
  const text = useApprovalWords()
  const { mayDo, grantCovers } = useApprovalRequest()
  const leftRef = useRef<HTMLButtonElement>(null)
  useEffect(() => leftRef.current?.focus(), [])
  const more = [
    [mayDo.includes('edit'), 'editing', text.edit],
    [mayDo.includes('ask'), 'asking', text.ask],
    [mayDo.includes('answer'), 'answering', text.answer],
    [mayDo.includes('reject'), 'rejecting', text.reject],
    [mayDo.includes('withdraw'), 'withdrawing', text.withdraw],
    [mayDo.includes('approve') && grantCovers !== null && grantCovers.length > 0, 'allowing', text.alwaysAllow],
  ] as const

  return (
    <div className={css(styles.choices)}>
      {mayDo.includes('approve') && (
        <Button variant="primary" aria-disabled={isPending} onClick={() => decide({ decision: 'approve' })}>
          {isPending ? text.deciding : text.approve}
        </Button>
      )}
      {more.map(
        ([isOffered, doing, label]) =>
          isOffered && (
            <Button
              key={doing}
              ref={doing === focusOn ? leftRef : null}
              variant={doing === 'allowing' ? 'plain' : 'default'}
              aria-disabled={isPending}
              onClick={() => !isPending && go(doing)}
            >
              {label}
            </Button>
          ),
      )}
    </div>
  )
}
