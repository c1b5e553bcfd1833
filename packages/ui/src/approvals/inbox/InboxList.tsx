'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { Nothing } from '../../states/Nothing.tsx'
import { useApprovalWords } from '../useApprovalWords.ts'
import styles from './approval-inbox.module.css'
import { ItemPlace } from './ItemPlace.tsx'
import type { InboxItem } from './items.ts'
import { type BulkAsked, SelectionBar } from './SelectionBar.tsx'
import type { Which } from './Tabs.tsx'
import { useInboxItems } from './useInboxItems.ts'
import { useSelection } from './useSelection.ts'

const BulkDialog = lazy(() => import('../bulk/BulkDialog.tsx'))

type InboxListProps = {
  which: Which
  /** `undefined` while they are being read. */
  requests: readonly ApprovalRequest[] | undefined
  /** What is said when there is none. */
  nothing: string
}

/** The requests, and what is done with several of them. Renders a `<ul>`. */
export function InboxList({ which, requests, nothing }: InboxListProps) {
  const { format } = useKit()
  const text = useApprovalWords()
  const { items, replace, hideEnded } = useInboxItems(requests, which === 'open')
  const selectable = items.filter(canBeSelected)
  const selection = useSelection(selectable.map(({ request }) => request.requestId))
  const selected = selectable.filter(({ request }) => selection.isSelected(request.requestId))
  const listRef = useRef<HTMLUListElement>(null)
  const [asked, setAsked] = useState<BulkAsked>()
  const endedCount = which === 'open' ? items.filter(({ hasLeft }) => hasLeft).length : 0

  return (
    <>
      {selectable.length > 1 && (
        <SelectionBar
          selection={selection}
          requests={selected.map(({ request }) => request)}
          selectableCount={selectable.length}
          onAsk={setAsked}
        />
      )}
      {requests?.length === 0 && <Nothing>{nothing}</Nothing>}
      <ul ref={listRef} tabIndex={-1} className={css(styles.list)} onKeyDown={selection.onKeyDown}>
        {items.map((item) => (
          <ItemPlace
            key={item.key}
            item={item}
            selection={selectable.length > 1 && canBeSelected(item) ? selection : undefined}
            onReplaced={replace}
          />
        ))}
      </ul>
      {endedCount > 0 && (
        <p className={css(styles.more)}>
          <Button variant="plain" onClick={hideEnded}>
            {text.hideEnded(endedCount, format.count(endedCount))}
          </Button>
        </p>
      )}
      {asked && listRef.current && (
        <Suspense fallback={null}>
          <BulkDialog
            {...asked}
            anchor={listRef.current}
            onDecided={(requestId) => selection.leave([requestId])}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}

function canBeSelected({ request: { mayDo }, hasLeft }: InboxItem): boolean {
  return !hasLeft && (mayDo.includes('approve') || mayDo.includes('reject'))
}
