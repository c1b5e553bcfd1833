'use client'
import type { ApprovalRequest, ApprovalState } from '@lakefront/react'
import { forwardRef, useId, useRef } from 'react'
import { css } from '../../kit/css.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import { ApprovalCardContext } from './ApprovalCardContext.ts'
import styles from './approval-card.module.css'
import { Decide } from './decide/Decide.tsx'
import { useDecision } from './decide/useDecision.ts'
import { Effect } from './effect/Effect.tsx'
import { Decisions } from './standing/Decisions.tsx'
import { Edited } from './standing/Edited.tsx'
import { Outcome } from './standing/Outcome.tsx'
import { useCardRequest } from './standing/useCardRequest.ts'

export type ApprovalCardState = { status: ApprovalState }

// A name of its own: spelled out in declarations, it would lead to a package that this one does not depend on.
export interface ApprovalCardOptions {
  /** As the gateway tells it. */
  request: ApprovalRequest
  /** The one that it was edited from, to show what the edit changed. Not needed where it was edited on this card. */
  previous?: ApprovalRequest | undefined
  /** Told of the request as it stands after a decision; an edited one is a request of its own. */
  onDecided?: ((request: ApprovalRequest) => void) | undefined
}

export type ApprovalCardProps = Omit<PartProps<'article', ApprovalCardState>, 'children'> & ApprovalCardOptions

/**
 * What would happen, what it costs and whom it touches, until when, and the choices that the person has. Takes decisions
 * while the request waits; says how it ended afterwards. Renders an `<article>`.
 */
export const ApprovalCard = forwardRef<HTMLElement, ApprovalCardProps>(function ApprovalCard(
  { request: given, previous, onDecided, ...props },
  ref,
) {
  const text = useApprovalWords()
  const titleId = useId()
  const cardRef = useRef<HTMLElement>(null)
  const { request, editedFrom, take } = useCardRequest(given, previous)
  const decision = useDecision(request, (next) => {
    take(next)
    onDecided?.(next)
    // The button that was pressed is gone.
    cardRef.current?.focus()
  })
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
      {editedFrom && <Edited from={editedFrom} />}
      <Effect editedFrom={editedFrom} decision={decision} />
      {state === 'pending' ? <Decisions /> : <Outcome />}
      <Decide key={request.requestId} decision={decision} />
    </>
  )
  const own = { 'aria-labelledby': titleId, tabIndex: -1, className: styles.card, children }
  const element = usePart({
    tag: 'article',
    ref: [ref as never, cardRef as never],
    state: { status: state },
    own,
    props: props as never,
  })
  return <ApprovalCardContext.Provider value={request}>{element}</ApprovalCardContext.Provider>
})
