'use client'
import { forwardRef } from 'react'
import { css } from '../kit/css.ts'
import { KitContext } from '../kit/KitContext.ts'
import type { PartProps } from '../kit/usePart.ts'
import { type RootOptions, useRoot } from '../kit/useRoot.ts'
import { Autonomy } from './Autonomy.tsx'
import styles from './autonomy.module.css'

export type AutonomyControlState = { theme: string; density: string; status: 'loading' | 'ready' | 'failed' }

export type AutonomyControlProps = Omit<PartProps<'section', AutonomyControlState>, 'children'> & RootOptions

/**
 * How much happens by itself: four levels, limits, and what a setting would have done with past requests, told while it is
 * edited. Only looked at by those who may not change it. Renders a `<section>`.
 */
export const AutonomyControl = forwardRef<HTMLElement, AutonomyControlProps>(function AutonomyControl(
  { theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  return (
    <KitContext.Provider value={kit}>
      <Autonomy ref={ref} state={state} own={{ lang, className: css(styles.root, className) }} props={props} />
    </KitContext.Provider>
  )
})
