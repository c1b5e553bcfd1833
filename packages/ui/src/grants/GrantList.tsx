'use client'
import { forwardRef } from 'react'
import { css } from '../kit/css.ts'
import { KitContext } from '../kit/KitContext.ts'
import type { PartProps } from '../kit/usePart.ts'
import { type RootOptions, useRoot } from '../kit/useRoot.ts'
import { Grants } from './Grants.tsx'
import styles from './grants.module.css'

export type GrantListState = { theme: string; density: string; status: 'loading' | 'ready' | 'failed' }

export type GrantListProps = Omit<PartProps<'section', GrantListState>, 'children'> & RootOptions

/** What is always allowed, to whom and by whom, how often it was used, and taking it back. Renders a `<section>`. */
export const GrantList = forwardRef<HTMLElement, GrantListProps>(function GrantList(
  { theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  return (
    <KitContext.Provider value={kit}>
      <Grants ref={ref} state={state} own={{ lang, className: css(styles.root, className) }} props={props} />
    </KitContext.Provider>
  )
})
