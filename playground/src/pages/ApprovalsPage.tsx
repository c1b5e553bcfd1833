import { ApprovalInbox, AutonomyControl, GrantList } from '@lakefront/ui'
import type { Theme } from '../shell/useTheme.ts'
import styles from './ApprovalsPage.module.css'
import pageStyles from './Page.module.css'

/** What waits for somebody's consent, what needs none any more, and how much happens by itself: the kit's parts. */
export function ApprovalsPage({ theme }: { theme: Theme }) {
  return (
    <>
      <p className={pageStyles.crumb}>What waits here has not happened yet. It does once somebody agrees.</p>
      <div className={styles.place}>
        <div className={styles.columns}>
          <ApprovalInbox className="crm-kit" theme={theme} />
          <div className={styles.settings}>
            <GrantList className="crm-kit" theme={theme} />
            <AutonomyControl className="crm-kit" theme={theme} />
          </div>
        </div>
      </div>
    </>
  )
}
