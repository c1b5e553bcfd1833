'use client'
import { Dialog } from '@base-ui/react/dialog'
import type { ApprovalRequest } from '@lakefront/react'
import { css } from '../../kit/css.ts'
import { BulkForm } from './BulkForm.tsx'
import styles from './bulk.module.css'
import { useBulkDecision } from './useBulkDecision.ts'

export type BulkDialogProps = {
  /** As they are shown when it opens: what is decided is exactly this. */
  requests: readonly ApprovalRequest[]
  decision: 'approve' | 'reject'
  /** What opened it, and gets the focus back. */
  opener: HTMLElement
  /** Inside the root whose look it takes; gets the focus when what opened it is gone. */
  anchor: HTMLElement
  onDecided(requestId: string): void
  onClose(): void
}

/** Shows each of several requests before they are decided. The default export, since it is loaded when it is first opened. */
export default function BulkDialog({ requests, decision, opener, anchor, onDecided, onClose }: BulkDialogProps) {
  const bulk = useBulkDecision()
  // What is under way is told to its end: first it stops, then it closes.
  const leave = () => (bulk.status === 'deciding' ? bulk.stop() : onClose())
  const focusAfter = () => (opener.isConnected ? opener : anchor)

  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal container={anchor.closest<HTMLElement>('[data-theme]')}>
        <Dialog.Backdrop className={css(styles.backdrop)} />
        <Dialog.Viewport className={css(styles.viewport)}>
          <Dialog.Popup className={css(styles.popup)} finalFocus={focusAfter}>
            <BulkForm {...{ requests, decision, bulk, onDecided }} onLeave={leave} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
