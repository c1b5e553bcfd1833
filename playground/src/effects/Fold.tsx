import { type ReactNode, useState } from 'react'
import styles from './EffectForm.module.css'

/** Something that is made only once somebody opens it, since it may read live to know what to offer. */
export function Fold({ summary, children }: { summary: string; children: () => ReactNode }) {
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <details className={styles.box} onToggle={(event) => event.currentTarget.open && setWasOpened(true)}>
      <summary className={styles.summary}>{summary}</summary>
      {wasOpened && children()}
    </details>
  )
}
