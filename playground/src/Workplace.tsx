import { ConversationProvider, createSessionConversationStorage } from '@lakefront/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { AssistantDock } from './assistant/AssistantDock.tsx'
import { ApprovalsPage } from './pages/ApprovalsPage.tsx'
import { AuditPage } from './pages/AuditPage.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { ListPage } from './pages/ListPage.tsx'
import { RecordPage } from './pages/RecordPage.tsx'
import { SpendingPage } from './pages/SpendingPage.tsx'
import { UnknownPage } from './pages/UnknownPage.tsx'
import { type Place, readPath, recordPath } from './routes/paths.ts'
import type { SessionUser } from './session/session.ts'
import { Rail } from './shell/Rail.tsx'
import { useMedia } from './shell/useMedia.ts'
import { useTheme } from './shell/useTheme.ts'
import styles from './Workplace.module.css'

/** What the kit says when somebody opens a record from a row. */
export type OpenedRecord = { entity: string; id: string; label?: string | undefined }

export type WorkplaceProps = {
  user: SessionUser
  users: readonly SessionUser[]
  onSwitchUser: (id: string) => void
}

/** A reload of the page loses no question; closing the tab does. */
const conversationStorage = createSessionConversationStorage()

/** Navigation, the page of the address, and the assistant docked beside it. */
export function Workplace({ user, users, onSwitchUser }: WorkplaceProps) {
  const [path, navigate] = useLocation()
  const place = useMemo(() => readPath(path), [path])
  const { theme, toggle } = useTheme()
  const isNarrow = useMedia('(max-width: 1023px)')
  const [dockOpen, setDockOpen] = useState(!isNarrow)
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({})

  const onLabel = useCallback(
    (record: Place & { kind: 'record' }, label: string) =>
      setLabels((known) => ({ ...known, [recordPath(record.entity, record.id)]: label })),
    [],
  )
  const openRecord = ({ entity, id, label }: OpenedRecord) => {
    if (label) onLabel({ kind: 'record', entity, id }, label)
    if (isNarrow) setDockOpen(false)
    navigate(recordPath(entity, id))
  }
  const context = useMemo(() => {
    if (place.kind !== 'record') return undefined
    const { entity, id } = place
    const label = labels[recordPath(entity, id)]
    return label === undefined ? { entity, id } : { entity, id, label }
  }, [place, labels])

  useEffect(() => {
    document.title = context?.label ? `${context.label} · Erie Industrial CRM` : 'Erie Industrial CRM'
  }, [context])

  return (
    <ConversationProvider context={context} storage={conversationStorage}>
      <div className={styles.frame}>
        <Rail
          {...{ place, user, users, onSwitchUser, theme, dockOpen }}
          onToggleTheme={toggle}
          onToggleDock={() => setDockOpen(!dockOpen)}
        />
        <main key={path} className={styles.main}>
          {place.kind === 'home' && <HomePage user={user} onAsk={() => setDockOpen(true)} />}
          {place.kind === 'approvals' && <ApprovalsPage theme={theme} />}
          {place.kind === 'spending' && <SpendingPage theme={theme} />}
          {place.kind === 'audit' && <AuditPage theme={theme} />}
          {place.kind === 'list' && <ListPage entity={place.entity} onOpen={openRecord} />}
          {place.kind === 'record' && <RecordPage place={place} theme={theme} onOpen={openRecord} onLabel={onLabel} />}
          {place.kind === 'unknown' && <UnknownPage />}
        </main>
        <AssistantDock
          open={dockOpen}
          asSheet={isNarrow}
          theme={theme}
          onClose={() => setDockOpen(false)}
          onOpenRecord={openRecord}
        />
      </div>
    </ConversationProvider>
  )
}
