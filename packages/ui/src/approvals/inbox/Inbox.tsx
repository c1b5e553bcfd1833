'use client'
import type { useApprovals } from '@lakefront/react/governance'
import frameStyles from '../../frame/frame.module.css'
import { Button } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { ReadProblem } from '../../states/ReadProblem.tsx'
import { useApprovalWords } from '../useApprovalWords.ts'
import styles from './approval-inbox.module.css'
import { Filters } from './Filters.tsx'
import { InboxList } from './InboxList.tsx'
import { Tabs } from './Tabs.tsx'
import type { InboxReading } from './useInbox.ts'

type InboxProps = InboxReading & { titleId: string }

/** What the inbox is called, what it shows, and what is said instead of it. */
export function Inbox({ titleId, which, setWhich, filters, setFilters, options, everything, found }: InboxProps) {
  const { format } = useKit()
  const text = useApprovalWords()
  const isFiltered = Object.keys(options).length > 0
  const { data, error, isPending, refetch, hasNextPage } = found
  const all = requestsOf(everything.data)
  const requests = requestsOf(data)
  const counted = (count: number, more: boolean) => (more ? text.atLeast(format.count(count)) : format.count(count))

  return (
    <>
      <div className={css(frameStyles.bar)}>
        <h2 id={titleId} className={css(frameStyles.title)}>
          {text.inbox}
        </h2>
        <Tabs
          which={which}
          count={everything.data && counted(all.length, everything.hasNextPage)}
          onChange={setWhich}
        />
      </div>
      {(all.length > 1 || isFiltered) && (
        <Filters filters={filters} onChange={setFilters} requests={all} hasMore={everything.hasNextPage} />
      )}
      <p role="status" className={css(isFiltered ? styles.found : kitStyles.hidden)}>
        {data &&
          (which === 'open' && !isFiltered ? text.waiting : text.found)(
            requests.length,
            counted(requests.length, hasNextPage),
          )}
      </p>
      {error && <ReadProblem error={error} text={text.listProblems[error.code]} onRetry={() => void refetch()} />}
      {isPending && <span className={css(kitStyles.skeleton)} />}
      <InboxList
        // What was decided while it was looked at stays until another list is.
        key={which + JSON.stringify(options)}
        which={which}
        requests={data && requests}
        nothing={isFiltered ? text.nothingFits : text.nothing[which]}
      />
      {hasNextPage && (
        <p className={css(styles.more)}>
          <Button aria-disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {text.showMore}
          </Button>
        </p>
      )}
    </>
  )
}

function requestsOf(data: ReturnType<typeof useApprovals>['data']) {
  return data?.pages.flatMap((page) => page.requests) ?? []
}
