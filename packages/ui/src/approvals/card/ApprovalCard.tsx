'use client'
import type { ApprovalRequest, ApprovalState } from '@lakefront/react'
import { forwardRef, useId, useState } from 'react'
import { css } from '../../kit/css.ts'
import { useCountdown } from '../../kit/useCountdown.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import { ApprovalCardContext } from './ApprovalCardContext.ts'
import styles from './approval-card.module.css'
import { Changes } from './Changes.tsx'
import { Decide } from './Decide.tsx'
import { Outcome } from './Outcome.tsx'
import { Terms } from './Terms.tsx'

export type ApprovalCardState = { status: ApprovalState }

// A name of its own: spelled out in declarations, it would lead to a package that this one does not depend on.
export interface ApprovalCardOptions {
  /** As the gateway tells it. */
  request: ApprovalRequest
  /** Told of the request as it stands after a decision; an edited one is a request of its own. */
  onDecided?: ((request: ApprovalRequest) => void) | undefined
}

export type ApprovalCardProps = Omit<PartProps<'article', ApprovalCardState>, 'children'> & ApprovalCardOptions

/**
 * What would happen, what it costs and whom it touches, until when, and the choices. Takes decisions while the request waits;
 * says how it ended afterwards. Renders an `<article>`.
 */
export const ApprovalCard = forwardRef<HTMLElement, ApprovalCardProps>(function ApprovalCard(
  { request: given, onDecided, ...props },
  ref,
) {
  const text = useApprovalWords()
  const [decided, setDecided] = useState<{ of: string; request: ApprovalRequest }>()
  const titleId = useId()
  // What a list tells later is newer than what the decision answered.
  const latest = decided?.of === given.requestId && given.state === 'pending' ? decided.request : given
  const secondsLeft = useCountdown(latest.state === 'pending' ? latest.expiresAt : undefined)
  const request: ApprovalRequest = secondsLeft === 0 ? { ...latest, state: 'expired' } : latest
  const { shown, state } = request

  const children = (
    <>
      <header className={css(styles.head)}>
        <h3 id={titleId} className={css(styles.title)}>
          {shown.title}
        </h3>
        <p className={css(styles.kind)}>
          {text.effects[shown.effectClass]} · {shown.sourceTitle}
        </p>
      </header>
      {state === 'pending' ? (
        <Decide
          key={latest.requestId}
          onDecided={(next) => {
            setDecided({ of: given.requestId, request: next })
            onDecided?.(next)
          }}
        />
      ) : (
        <>
          <Changes />
          <Terms />
          <Outcome />
        </>
      )}
    </>
  )
  const own = { 'aria-labelledby': titleId, className: styles.card, children }
  const element = usePart({ tag: 'article', ref: ref as never, state: { status: state }, own, props: props as never })
  return <ApprovalCardContext.Provider value={request}>{element}</ApprovalCardContext.Provider>
})
