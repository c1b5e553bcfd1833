'use client'
import type { useAudit } from '@lakefront/react/governance'
import frameStyles from '../frame/frame.module.css'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { ChainState } from './chain/ChainState.tsx'
import { chainOf } from './chain/chainOf.ts'
import styles from './trail.module.css'
import { useAuditWords } from './useAuditWords.ts'

type TrailHeadProps = {
  titleId: string
  trail: ReturnType<typeof useAudit>
  covers: 'user' | 'tenant' | undefined
}

/** What the trail is called, whose calls it shows, and whether its chain holds. */
export function TrailHead({ titleId, trail: { data, isFetching, refetch }, covers }: TrailHeadProps) {
  const words = useAuditWords()
  const chain = chainOf(data?.pages.map((page) => page.chain) ?? [])
  return (
    <>
      <div className={css(styles.head)}>
        <h2 id={titleId} className={css(frameStyles.title)}>
          {words.trail}
        </h2>
        {covers && <span className={css(styles.covers)}>{words.covers[covers]}</span>}
        <Button
          variant="plain"
          icon="refresh"
          aria-label={words.refresh}
          aria-disabled={isFetching}
          onClick={() => void refetch()}
        />
      </div>
      {chain && <ChainState {...chain} />}
    </>
  )
}
