import { ApprovalInbox } from '@lakefront/ui'
import type { Theme } from '../shell/useTheme.ts'
import styles from './Page.module.css'

/** What waits for somebody's consent: the kit's inbox on the CRM's page. */
export function ApprovalsPage({ theme }: { theme: Theme }) {
  return (
    <>
      <p className={styles.crumb}>Nothing here has happened yet. It does once somebody agrees.</p>
      <ApprovalInbox className="crm-kit" theme={theme} />
    </>
  )
}
