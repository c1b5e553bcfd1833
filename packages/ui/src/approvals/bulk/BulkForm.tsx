'use client'
import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { Field } from '../../form/Field.tsx'
import { Button } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import type { BulkDialogProps } from './BulkDialog.tsx'
import { BulkItem } from './BulkItem.tsx'
import styles from './bulk.module.css'
import { bulkCost } from './bulkCost.ts'
import type { Bulk } from './useBulkDecision.ts'

type BulkFormProps = Pick<BulkDialogProps, 'requests' | 'decision' | 'onDecided'> & { bulk: Bulk; onLeave(): void }

/** Each request with a box, what they cost together, and how each was decided. */
export function BulkForm({ requests, decision, bulk, onDecided, onLeave }: BulkFormProps) {
  const { format } = useKit()
  const text = useApprovalWords()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const included = requests.filter(({ requestId }) => !left.has(requestId))
  const count = format.count(included.length)

  function include(requestId: string, isIncluded: boolean) {
    const next = new Set(left)
    isIncluded ? next.delete(requestId) : next.add(requestId)
    setLeft(next)
  }

  return (
    <form
      className={css(styles.form)}
      onSubmit={(event) => {
        event.preventDefault()
        if (included.length > 0) void bulk.run({ requests: included, decision, reason: reason.trim(), onDecided })
      }}
    >
      <Dialog.Title className={css(styles.heading)}>{text.bulk[decision](count)}</Dialog.Title>
      <Dialog.Description className={css(styles.hint)}>{text.bulkHint[decision]}</Dialog.Description>
      <ul className={css(styles.items)}>
        {requests.map((request) => (
          <BulkItem
            key={request.requestId}
            request={request}
            isIncluded={!left.has(request.requestId)}
            state={bulk.stateOf(request.requestId)}
            isLocked={bulk.status !== 'asking'}
            onInclude={(isIncluded) => include(request.requestId, isIncluded)}
          />
        ))}
      </ul>
      {decision === 'approve' && <CostTogether requests={included} />}
      {decision === 'reject' && (
        <Field label={text.yourReason}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={2_000}
              value={reason}
              readOnly={bulk.status !== 'asking'}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
      <Result bulk={bulk} />
      <div className={css(styles.actions)}>
        {bulk.status === 'asking' && (
          <Button type="submit" variant="primary" aria-disabled={included.length === 0}>
            {text.confirmBulk[decision](count)}
          </Button>
        )}
        <Button onClick={onLeave}>
          {{ asking: text.cancelBulk, deciding: text.stopBulk, ended: text.closeBulk }[bulk.status]}
        </Button>
      </div>
    </form>
  )
}

function CostTogether({ requests }: Pick<BulkDialogProps, 'requests'>) {
  const { messages, format } = useKit()
  const text = useApprovalWords()
  const { knownUsd, hasUnknown, isBilled } = bulkCost(requests)
  const known = format.cost(knownUsd)
  const unknown = knownUsd > 0 ? text.costTogetherUnknown(known) : messages.unknown
  return (
    <p className={css(styles.cost)}>
      {text.costTogether}:{' '}
      <strong className={css(styles.sum)}>{isBilled ? (hasUnknown ? unknown : known) : text.costsNothing}</strong>
    </p>
  )
}

function Result({ bulk }: { bulk: Bulk }) {
  const { format } = useKit()
  const text = useApprovalWords()
  const [done, failed] = [bulk.countOf('done'), bulk.countOf('failed') + bulk.countOf('stopped')]
  return (
    <p role="status" className={css(bulk.status === 'ended' ? styles.result : kitStyles.hidden)}>
      {bulk.status === 'ended' && text.bulkResult(format.count(done), format.count(failed), failed)}
    </p>
  )
}
