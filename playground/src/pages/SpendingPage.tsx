import { BudgetMeter, SpendReport } from '@lakefront/ui'
import type { Theme } from '../shell/useTheme.ts'
import styles from './Page.module.css'

/** What may still be spent, and where money went: the kit's parts on the CRM's page. */
export function SpendingPage({ theme }: { theme: Theme }) {
  return (
    <>
      <p className={styles.crumb}>What questions may cost, and what they have cost.</p>
      <div className={styles.stack}>
        <BudgetMeter className="crm-kit" theme={theme} />
        <SpendReport className="crm-kit" theme={theme} />
      </div>
    </>
  )
}
