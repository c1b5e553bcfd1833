import type { ReactNode } from 'react'
import { css } from '../kit/css.ts'
import styles from './states.module.css'

/** That there is nothing to show, and why. Renders a `<p>`. */
export function Nothing({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <p className={css(styles.nothing)}>
      {title !== undefined && (
        <>
          <strong className={css(styles.nothingTitle)}>{title}</strong>{' '}
        </>
      )}
      {children}
    </p>
  )
}
