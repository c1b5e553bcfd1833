'use client'
import type { useAudit } from '@lakefront/react/governance'
import { Button } from '../kit/Button.tsx'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { Nothing } from '../states/Nothing.tsx'
import { ReadProblem } from '../states/ReadProblem.tsx'
import { CallItem } from './call/CallItem.tsx'
import { type AuditFilters, hasFilters } from './filters/filters.ts'
import styles from './trail.module.css'
import { useAuditWords } from './useAuditWords.ts'

type CallListProps = { trail: ReturnType<typeof useAudit>; filters: AuditFilters }

/** The calls, the newest first, and what is said instead of them. */
export function CallList({ trail, filters }: CallListProps) {
  const { format } = useKit()
  const words = useAuditWords()
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = trail
  const calls = data?.pages.flatMap((page) => page.calls)
  return (
    <>
      {error && (
        <ReadProblem
          error={error}
          text={error.code === 'forbidden' ? words.noTrail : undefined}
          onRetry={() => void (data ? fetchNextPage() : refetch())}
        />
      )}
      <p role="status" className={css(kitStyles.hidden)}>
        {isPending ? words.loading : calls && words.shown(calls.length, format.count(calls.length))}
      </p>
      {isPending && <Skeletons />}
      {calls?.length === 0 && <NoCalls isFiltered={hasFilters(filters)} />}
      {calls && calls.length > 0 && (
        <ol className={css(styles.list)} aria-busy={isFetchingNextPage}>
          {calls.map((call) => (
            <CallItem key={call.callId} call={call} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </>
  )
}

function Skeletons() {
  return (
    <div className={css(styles.list)}>
      {[1, 2, 3].map((each) => (
        <div key={each} className={css(styles.waiting)}>
          <span className={css(kitStyles.skeleton)} />
        </div>
      ))}
    </div>
  )
}

function NoCalls({ isFiltered }: { isFiltered: boolean }) {
  const words = useAuditWords()
  if (isFiltered) return <Nothing>{words.nothingFound}</Nothing>
  return <Nothing title={words.nothing}>{words.nothingHint}</Nothing>
}
