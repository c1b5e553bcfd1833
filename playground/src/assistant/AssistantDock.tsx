import { AssistantPanel } from '@lakefront/ui'
import { useEffect, useRef, useState } from 'react'
import type { Theme } from '../shell/useTheme.ts'
import type { OpenedRecord } from '../Workplace.tsx'
import styles from './AssistantDock.module.css'
import { DockHandle } from './DockHandle.tsx'

export type AssistantDockProps = {
  open: boolean
  /** On narrow screens the assistant lies over the page instead of beside it. */
  asSheet: boolean
  theme: Theme
  onClose: () => void
  onOpenRecord: (record: OpenedRecord) => void
}

/** The kit's panel at the right-hand side of the CRM. The conversation lives outside, so closing it loses nothing. */
export function AssistantDock({ open, asSheet, theme, onClose, onOpenRecord }: AssistantDockProps) {
  const [width, setWidth] = useState(458)
  if (!open) return null
  const panel = <AssistantPanel className="crm-kit" theme={theme} onClose={onClose} onOpenRecord={onOpenRecord} />
  if (asSheet) return <Sheet onClose={onClose}>{panel}</Sheet>
  return (
    <aside className={styles.dock} style={{ width }} aria-label="Assistant">
      <DockHandle width={width} onResize={setWidth} />
      {panel}
    </aside>
  )
}

function Sheet({ onClose, children }: { onClose: () => void; children: React.ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className={styles.sheet} aria-label="Assistant" onCancel={onClose}>
      {children}
    </dialog>
  )
}
