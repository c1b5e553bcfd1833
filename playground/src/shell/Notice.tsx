import type { ReactNode } from 'react'
import styles from './Notice.module.css'

/** A page or part of one that cannot be shown right now, in words, with a way to try again. */
export function Notice(props: { title: string; children: ReactNode; onRetry?: (() => void) | undefined }) {
  return (
    <div role="alert" className={styles.notice}>
      <h2 className={styles.title}>{props.title}</h2>
      <p className={styles.text}>{props.children}</p>
      {props.onRetry && (
        <button type="button" className={styles.retry} onClick={props.onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}
