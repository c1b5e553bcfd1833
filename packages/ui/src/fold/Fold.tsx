import type { ReactNode } from 'react'
import { css } from '../kit/css.ts'
import styles from './fold.module.css'

type FoldProps = { summary: ReactNode; open?: boolean; children: ReactNode }

/** What is there for those who look closer. Renders a `<details>`. */
export function Fold({ summary, open, children }: FoldProps) {
  return (
    <details className={css(styles.fold)} open={open}>
      <summary className={css(styles.summary)}>{summary}</summary>
      {children}
    </details>
  )
}
