'use client'
import type { useGrants } from '@lakefront/react/governance'
import { useRef, useState } from 'react'
import { Switch } from '../form/Switch.tsx'
import frameStyles from '../frame/frame.module.css'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { ReadProblem } from '../states/ReadProblem.tsx'
import { GrantItem } from './GrantItem.tsx'
import styles from './grants.module.css'
import { useGrantWords } from './useGrantWords.ts'

/** Those that hold, or those that were taken back. */
export type Which = 'open' | 'ended'
const choices: readonly Which[] = ['open', 'ended']

type GrantsProps = {
  titleId: string
  which: Which
  onWhich(which: Which): void
  reading: ReturnType<typeof useGrants>
}

/** What the list is called, what it shows, and what is said instead of it. */
export function Grants({ titleId, which, onWhich, reading: { data, error, isPending, refetch } }: GrantsProps) {
  const { format } = useKit()
  const text = useGrantWords()
  const titleRef = useRef<HTMLHeadingElement>(null)
  const [justRevoked, setJustRevoked] = useState(false)
  const onRevoked = () => {
    setJustRevoked(true)
    // The button that was pressed is gone with its item.
    titleRef.current?.focus()
  }
  const count = data?.grants.length ?? 0

  return (
    <>
      <div className={css(frameStyles.bar)}>
        <h2 ref={titleRef} id={titleId} tabIndex={-1} className={css(frameStyles.title)}>
          {text.title}
        </h2>
        <Switch<Which>
          label={text.show}
          value={which}
          choices={choices.map((value) => ({ value, label: text.which[value] }))}
          onChange={onWhich}
        />
      </div>
      <p role="status" className={css(justRevoked ? styles.told : kitStyles.hidden)}>
        {justRevoked ? text.revoked : data && text.count(count, format.count(count))}
      </p>
      {error && <ReadProblem error={error} onRetry={() => void refetch()} />}
      {isPending && <span className={css(kitStyles.skeleton)} />}
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
}
