import { AuditTrail } from '@lakefront/ui'
import type { Theme } from '../shell/useTheme.ts'
import styles from './Page.module.css'

/** Who asked what, and what was read for it: the kit's audit trail on the CRM's page. */
export function AuditPage({ theme }: { theme: Theme }) {
  return (
    <>
      <p className={styles.crumb}>Everything that was asked, on a record that shows when somebody has changed it.</p>
      <AuditTrail className="crm-kit" theme={theme} />
    </>
  )
}
