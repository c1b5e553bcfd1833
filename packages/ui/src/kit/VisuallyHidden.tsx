import type { ReactNode } from 'react'
import { css, kitStyles } from './css.ts'

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={css(kitStyles.hidden)}>{children}</span>
}
