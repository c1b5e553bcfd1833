'use client'
import { useApprovals } from '@lakefront/react/governance'
import { forwardRef, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { css, kitStyles } from '../kit/css.ts'
import { KitContext } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { type RootOptions, useRoot } from '../kit/useRoot.ts'
import { ApprovalCard } from './ApprovalCard.tsx'
import styles from './approvals.module.css'

type Which = 'open' | 'ended'
const choices: readonly Which[] = ['open', 'ended']

export type ApprovalInboxState = { theme: string; density: string; status: 'loading' | 'ready' | 'failed' }

export type ApprovalInboxProps = Omit<PartProps<'section', ApprovalInboxState>, 'children'> & RootOptions

/**
 * Everything that waits for a decision, and what was decided, of all assistants and people; follows what others decide
 * within a second. Renders a `<section>`.
 */
export const ApprovalInbox = forwardRef<HTMLElement, ApprovalInboxProps>(function ApprovalInbox(
  { theme, density, locale, timeZone, messages: given, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages: given })
  const { messages, format } = kit
  const text = messages.approval
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
  const element = usePart({
    tag: 'section',
    ref: ref as never,
    state: { ...state, status },
    own: { lang, 'aria-label': text.inbox, className: css(styles.inbox, className), children },
    props: props as never,
  })
  return <KitContext.Provider value={kit}>{element}</KitContext.Provider>
})
