'use client'
import { useApprovals } from '@lakefront/react/governance'
import { forwardRef, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { usePart } from '../../kit/usePart.ts'
import { ApprovalCard } from '../card/ApprovalCard.tsx'
import { useApprovalWords } from '../useApprovalWords.ts'
import type { ApprovalInboxProps } from './ApprovalInbox.tsx'
import styles from './approval-inbox.module.css'

type Which = 'open' | 'ended'
const choices: readonly Which[] = ['open', 'ended']

type InboxProps = {
  state: { theme: string; density: string }
  own: { lang: string; className: string }
  props: Omit<ApprovalInboxProps, 'theme' | 'density'>
}

/** What the inbox shows, within its root's language. */
export const Inbox = forwardRef<HTMLElement, InboxProps>(function Inbox({ state, own, props }, ref) {
  const { messages, format } = useKit()
  const text = useApprovalWords()
  const [which, setWhich] = useState<Which>('open')
  const { data, error, isPending, refetch } = useApprovals({ which })
  const requests = data?.pages.flatMap((page) => page.requests)
  const status = data ? 'ready' : isPending ? 'loading' : 'failed'

  const children = (
    <>
      <div className={css(styles.bar)}>
        <h2 className={css(styles.inboxTitle)}>{text.inbox}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: buttons, of which one is pressed */}
        <div role="group" aria-label={text.show} className={css(styles.tabs)}>
          {choices.map((choice) => (
            <Button key={choice} variant="plain" aria-pressed={choice === which} onClick={() => setWhich(choice)}>
              {text.which[choice]}
            </Button>
          ))}
        </div>
      </div>
      <p role="status" className={css(kitStyles.hidden)}>
        {requests && which === 'open' ? text.waiting(requests.length, format.count(requests.length)) : ''}
      </p>
      {error && (
        <div role="alert" className={css(styles.error)}>
          {messages.errors[error.code] ?? error.message}{' '}
          <Button variant="plain" onClick={() => void refetch()}>
            {messages.retry}
          </Button>
        </div>
      )}
      {status === 'loading' && <span className={css(kitStyles.skeleton)} />}
      {requests?.length === 0 && <p className={css(styles.nothing)}>{text.nothing[which]}</p>}
      <ul className={css(styles.list)} aria-busy={status === 'loading'}>
        {requests?.map((request) => (
          <li key={request.requestId} className={css(styles.item)}>
            <ApprovalCard request={request} />
          </li>
        ))}
      </ul>
    </>
  )
  return usePart({
    tag: 'section',
    ref: ref as never,
    state: { ...state, status },
    own: { ...own, 'aria-label': text.inbox, children },
    props: props as never,
  })
})
