import { Link } from 'wouter'
import styles from './Page.module.css'

/** An address that leads nowhere. */
export function UnknownPage() {
  return (
    <>
      <h1 className={styles.title}>There is no such page</h1>
      <p className={styles.lead}>
        Go to <Link href="/">Home</Link> or to the <Link href="/accounts">accounts</Link>.
      </p>
    </>
  )
}
