import type { ReactNode } from 'react'
import { css } from '../kit/css.ts'
import styles from './facts.module.css'

/** What is known of something, name by name. Renders a `<dl>`. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={css(styles.facts)}>{children}</dl>
}

/** One thing that is known. Renders a `<dt>` and a `<dd>`. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={css(styles.fact)}>
      <dt className={css(styles.name)}>{name}</dt>
      <dd className={css(styles.value)}>{children}</dd>
    </div>
  )
}

/** What is said beside a fact, in a lower voice. */
export function Soft({ children }: { children: ReactNode }) {
  return <span className={css(styles.soft)}>{children}</span>
}

/** A name, an expression or a hash as machines write it. */
export function Code({ children }: { children: ReactNode }) {
  return <code className={css(styles.code)}>{children}</code>
}
