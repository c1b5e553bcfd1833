'use client'
import { useApprovals } from '@lakefront/react/governance'
import { forwardRef, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { usePart } from '../../kit/usePart.ts'
import { useSettled } from '../../kit/useSettled.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import type { ApprovalInboxProps } from './ApprovalInbox.tsx'
import styles from './approval-inbox.module.css'
import { Filters } from './Filters.tsx'
import { noFilters, toOptions } from './filters.ts'
import { InboxList } from './InboxList.tsx'
import { Tabs, type Which } from './Tabs.tsx'

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
  const [filters, setFilters] = useState(noFilters)
  const search = useSettled(filters.search)
  const options = toOptions({ ...filters, search })
  const isFiltered = Object.keys(options).length > 0
  const everything = useApprovals({ which })
  const found = useApprovals({ which, ...options })
  const { data, error, isPending, refetch, hasNextPage } = found
  const status = data ? 'ready' : isPending ? 'loading' : 'failed'
  const all = requestsOf(everything.data)
  const requests = requestsOf(data)
  const counted = (count: number, more: boolean) => (more ? text.atLeast(format.count(count)) : format.count(count))

  const children = (
    <>
      <div className={css(styles.bar)}>
        <h2 className={css(styles.inboxTitle)}>{text.inbox}</h2>
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
      {error && (
        <div role="alert" className={css(styles.error)}>
          {text.listProblems[error.code] ?? messages.errors[error.code] ?? error.message}{' '}
          <Button variant="plain" onClick={() => void refetch()}>
            {messages.retry}
          </Button>
        </div>
      )}
      {status === 'loading' && <span className={css(kitStyles.skeleton)} />}
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
  return usePart({
    tag: 'section',
    ref: ref as never,
    state: { ...state, status },
    own: { ...own, 'aria-label': text.inbox, 'aria-busy': status === 'loading', children },
    props: props as never,
  })
})

function requestsOf(data: ReturnType<typeof useApprovals>['data']) {
  return data?.pages.flatMap((page) => page.requests) ?? []
}
