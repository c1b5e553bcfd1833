'use client'
import { useGrants } from '@lakefront/react/governance'
import { forwardRef, useRef, useState } from 'react'
import { Switch } from '../form/Switch.tsx'
import { Button } from '../kit/Button.tsx'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { usePart } from '../kit/usePart.ts'
import { GrantItem } from './GrantItem.tsx'
import type { GrantListProps } from './GrantList.tsx'
import styles from './grants.module.css'
import { useGrantWords } from './useGrantWords.ts'

type GrantsProps = {
  state: { theme: string; density: string }
  own: { lang: string; className: string }
  props: Omit<GrantListProps, 'theme' | 'density'>
}

type Which = 'open' | 'ended'
const choices: readonly Which[] = ['open', 'ended']

/** What the list shows, within its root's language. */
export const Grants = forwardRef<HTMLElement, GrantsProps>(function Grants({ state, own, props }, ref) {
  const { messages, format } = useKit()
  const text = useGrantWords()
  const [which, setWhich] = useState<Which>('open')
  const titleRef = useRef<HTMLHeadingElement>(null)
  const [justRevoked, setJustRevoked] = useState(false)
  const { data, error, isPending, refetch } = useGrants({ which })
  const status = data ? 'ready' : isPending ? 'loading' : 'failed'
  const onRevoked = () => {
    setJustRevoked(true)
    // The button that was pressed is gone with its item.
    titleRef.current?.focus()
  }
  const count = data?.grants.length ?? 0

  const children = (
    <>
      <div className={css(styles.bar)}>
        <h2 ref={titleRef} tabIndex={-1} className={css(styles.title)}>
          {text.title}
        </h2>
        <Switch<Which>
          label={text.show}
          value={which}
          choices={choices.map((value) => ({ value, label: text.which[value] }))}
          onChange={setWhich}
        />
      </div>
      <p role="status" className={css(justRevoked ? styles.told : kitStyles.hidden)}>
        {justRevoked ? text.revoked : data && text.count(count, format.count(count))}
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
      {data && count === 0 && (
        <div className={css(styles.nothing)}>
          <p className={css()}>{text.nothing[which]}</p>
          {which === 'open' && <p className={css()}>{text.nothingHint}</p>}
        </div>
      )}
      <ul className={css(styles.list)}>
        {data?.grants.map((grant) => (
          <GrantItem key={grant.grantId} grant={grant} onRevoked={onRevoked} />
        ))}
      </ul>
    </>
  )
  return usePart({
    tag: 'section',
    ref: ref as never,
    state: { ...state, status },
    own: { ...own, 'aria-label': text.title, 'aria-busy': status === 'loading', children },
    props: props as never,
  })
})
