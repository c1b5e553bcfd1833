import { useCatalog } from '@lakefront/react'
import { Link } from 'wouter'
import { approvalsPath, auditPath, listPath, type Place, spendingPath } from '../routes/paths.ts'
import type { SessionUser } from '../session/session.ts'
import styles from './Rail.module.css'
import type { Theme } from './useTheme.ts'

export type RailProps = {
  place: Place
  user: SessionUser
  users: readonly SessionUser[]
  onSwitchUser: (id: string) => void
  theme: Theme
  onToggleTheme: () => void
  dockOpen: boolean
  onToggleDock: () => void
}

const ownPages = [
  { kind: 'approvals', path: approvalsPath, title: 'Approvals' },
  { kind: 'spending', path: spendingPath, title: 'Spending' },
  { kind: 'audit', path: auditPath, title: 'Audit trail' },
] as const

/** The CRM's own navigation. Its record types are what the gateway's catalog knows. */
export function Rail({ place, theme, onToggleTheme, dockOpen, onToggleDock, ...people }: RailProps) {
  const catalog = useCatalog()
  const entities = catalog.data?.entities ?? [{ name: 'account', pluralTitle: 'Accounts' }]
  const here = 'entity' in place ? place.entity : undefined
  return (
    <header className={styles.rail}>
      <Link href="/" className={styles.brand}>
        <span className={styles.mark} aria-hidden="true" />
        Erie Industrial <span className={styles.crm}>CRM</span>
      </Link>
      <nav className={styles.nav} aria-label="Main">
        <Link href="/" className={styles.item} aria-current={place.kind === 'home' ? 'page' : undefined}>
          Home
        </Link>
        {entities.map(({ name, pluralTitle }) => (
          <Link
            key={name}
            href={listPath(name)}
            className={styles.item}
            aria-current={name === here ? 'page' : undefined}
          >
            {pluralTitle}
          </Link>
        ))}
        {ownPages.map(({ kind, path, title }) => (
          <Link key={kind} href={path} className={styles.item} aria-current={place.kind === kind ? 'page' : undefined}>
            {title}
          </Link>
        ))}
      </nav>
      <div className={styles.foot}>
        <button type="button" className={styles.action} aria-pressed={dockOpen} onClick={onToggleDock}>
          Assistant
        </button>
        <button type="button" className={styles.action} onClick={onToggleTheme}>
          {theme === 'dark' ? 'Light' : 'Dark'} look
        </button>
        <UserSwitch {...people} />
      </div>
    </header>
  )
}

function UserSwitch({ user, users, onSwitchUser }: Pick<RailProps, 'user' | 'users' | 'onSwitchUser'>) {
  return (
    <label className={styles.user}>
      <span className={styles.userCaption}>Signed in · {user.company}</span>
      <select className={styles.userSelect} value={user.id} onChange={(event) => onSwitchUser(event.target.value)}>
        {users.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
