'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import type { BulkDialogProps } from '../bulk/BulkDialog.tsx'
import { useApprovalWords } from '../useApprovalWords.ts'
import styles from './approval-inbox.module.css'
import type { Selection } from './useSelection.ts'

/** What is about to be decided together, and the button that it was asked with. */
export type BulkAsked = Pick<BulkDialogProps, 'decision' | 'requests' | 'opener'>

type SelectionBarProps = {
  selection: Selection
  /** Those that are selected. */
  requests: readonly ApprovalRequest[]
  selectableCount: number
  onAsk(asked: BulkAsked): void
}

/** How many are selected, and what can be done with them together. Renders a `<div role="group">`. */
export function SelectionBar({ selection, requests, selectableCount, onAsk }: SelectionBarProps) {
  const { format } = useKit()
  const text = useApprovalWords()
  const count = requests.length
  const actions = (['approve', 'reject'] as const).map((decision) => {
    const able = requests.filter(({ mayDo }) => mayDo.includes(decision))
    return { decision, able, label: decision === 'approve' ? text.approveSelected : text.rejectSelected }
  })

  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not fields
    <div role="group" aria-label={text.bulkActions} className={css(styles.selection)}>
      <span className={css(styles.selected)}>{text.selected(count, format.count(count))}</span>
      {count < selectableCount && (
        <Button variant="plain" onClick={selection.selectAll}>
          {text.selectAll}
        </Button>
      )}
      {count > 0 && (
        <Button variant="plain" onClick={selection.selectNone}>
          {text.clearSelection}
        </Button>
      )}
      {actions.map(
        ({ decision, able, label }) =>
          able.length > 0 && (
            <Button
              key={decision}
              variant={decision === 'approve' ? 'primary' : 'default'}
              aria-haspopup="dialog"
              onClick={({ currentTarget }) => onAsk({ decision, requests: able, opener: currentTarget })}
            >
              {label(format.count(able.length))}
            </Button>
          ),
      )}
    </div>
  )
}
