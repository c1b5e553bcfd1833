'use client'
import type { Grant } from '@lakefront/react'
import { useRevokeGrant } from '@lakefront/react/governance'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { useOneAtATime } from '../kit/useOneAtATime.ts'
import { Problem } from '../states/Problem.tsx'
import styles from './grants.module.css'
import { useCovers } from './useCovers.ts'
import { useGrantWords } from './useGrantWords.ts'

type GrantItemProps = { grant: Grant & { mayRevoke: boolean }; onRevoked(): void }

/** A standing permission: all that it covers, and what became of it. Renders a `<li>`. */
export function GrantItem({ grant, onRevoked }: GrantItemProps) {
  const { format } = useKit()
  const text = useGrantWords()
  const { terms, grantedBy, createdAt, revokedAt, revokedBy, uses, lastUsedAt, mayRevoke } = grant
  const covers = useCovers(terms, grant.covers)
  const forWhom = text.forWhom(terms.userId) + (terms.agentId === null ? '' : ` ${text.through(terms.agentId)}`)
  const facts = [
    text.grantedBy(grantedBy, format.moment(createdAt)),
    uses > 0 && lastUsedAt ? text.used(uses, format.count(uses), format.moment(lastUsedAt)) : text.neverUsed,
    ...(revokedAt ? [text.revokedBy(revokedBy ?? '–', format.moment(revokedAt))] : []),
  ]
  return (
    <li className={css(styles.item)}>
      <p className={css(styles.whom)}>{forWhom}</p>
      <ul className={css(styles.covers)}>
        {covers.map((sentence) => (
          <li key={sentence} className={css(styles.cover)}>
            {sentence}
          </li>
        ))}
      </ul>
      <p className={css(styles.facts)}>{facts.join(' · ')}</p>
      {mayRevoke && !revokedAt && <Revoke grant={grant} onRevoked={onRevoked} />}
    </li>
  )
}

/** Takes it back, once it was said what that means. Escape leads back. */
function Revoke({ grant: { grantId, terms, covers }, onRevoked }: { grant: Grant; onRevoked(): void }) {
  const text = useGrantWords()
  const [subject = ''] = useCovers(terms, covers)
  const [isSure, setIsSure] = useState<boolean>()
  const { mutateAsync, isPending, error, reset } = useRevokeGrant()
  const once = useOneAtATime()
  const buttonRef = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone each time; its place taker gets the focus.
  useEffect(() => {
    if (isSure !== undefined) buttonRef.current?.focus()
  }, [isSure])
  const back = () => {
    reset()
    setIsSure(false)
  }

  // By the promise: by the time that it is told, the list may have been read anew without this item.
  const revoke = () => once(() => mutateAsync({ grantId }).then(onRevoked))

  if (!isSure) {
    return (
      <p className={css(styles.actions)}>
        <Button ref={buttonRef} aria-label={text.revokeOf(subject)} onClick={() => setIsSure(true)}>
          {text.revoke}
        </Button>
      </p>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields, but what is said belongs together
    <div
      role="group"
      aria-label={text.revokeOf(subject)}
      className={css(styles.confirm)}
      onKeyDown={(event) => event.key === 'Escape' && back()}
    >
      <p className={css()}>{text.revokeHint}</p>
      {error && <Problem>{text.problems[error.code] ?? error.message}</Problem>}
      <p className={css(styles.actions)}>
        <Button ref={buttonRef} variant="primary" aria-disabled={isPending} onClick={revoke}>
          {isPending ? text.revoking : text.confirmRevoke}
        </Button>
        <Button variant="plain" onClick={back}>
          {text.back}
        </Button>
      </p>
    </div>
  )
}
