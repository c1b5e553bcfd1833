'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { useApproval } from '@lakefront/react/governance'
import { useEffect } from 'react'
import { css } from '../../kit/css.ts'
import { ApprovalCard } from '../card/ApprovalCard.tsx'
import { useApprovalWords } from '../useApprovalWords.ts'
import styles from './approval-inbox.module.css'
import type { InboxItem } from './items.ts'
import type { Selection } from './useSelection.ts'

type ItemPlaceProps = {
  item: InboxItem
  /** Left out where nothing can be selected. */
  selection: Selection | undefined
  onReplaced(previous: ApprovalRequest, request: ApprovalRequest): void
}

/** A request in its place, with a box to select it while it can be decided with others. Renders a `<li>`. */
export function ItemPlace({ item: { request, previous, hasLeft }, selection, onReplaced }: ItemPlaceProps) {
  const text = useApprovalWords()
  // What has left the list was decided by somebody: how, is asked for.
  const fate = useApproval(hasLeft ? request : undefined)
  const edited = fate && fate.requestId !== request.requestId ? fate : undefined
  useEffect(() => {
    if (edited) onReplaced(request, edited)
  }, [edited, request, onReplaced])

  return (
    <li className={css(styles.item)}>
      {selection && (
        <input
          type="checkbox"
          aria-label={text.select(request.shown.title)}
          checked={selection.isSelected(request.requestId)}
          onClick={(event) => selection.onClick(request.requestId, event)}
          onChange={noChange}
          className={css(styles.box)}
        />
      )}
      <ApprovalCard
        request={edited ? request : (fate ?? request)}
        previous={previous}
        onDecided={(next) => {
          if (next.requestId !== request.requestId) onReplaced(request, next)
        }}
        className={css(styles.card)}
      />
    </li>
  )
}

/** The click has told already, with the keys that were held. */
function noChange() {}
