import type { ReactNode } from 'react'
import { css } from '../kit/css.ts'
import styles from './states.module.css'

/** What went wrong, said at once. Renders a `<p role="alert">`. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className={css(styles.problem)}>
      {children}
    </p>
  )
}
