'use client'
import { useBudget } from '@lakefront/react/governance'
import { forwardRef, useId } from 'react'
import { css } from '../../kit/css.ts'
import { KitContext } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { type RootOptions, useRoot } from '../../kit/useRoot.ts'
import styles from '../spending.module.css'
import { BudgetContent } from './BudgetContent.tsx'

export type BudgetMeterState = { theme: string; density: string; status: 'loading' | 'ready' | 'failed' }

export type BudgetMeterProps = Omit<PartProps<'section', BudgetMeterState>, 'children'> & RootOptions

/**
 * How full each cap is that holds for the person: spent, set aside, left, what it comes to at this pace, and when it starts
 * anew. Follows what is spent. Renders a `<section>`.
 */
export const BudgetMeter = forwardRef<HTMLElement, BudgetMeterProps>(function BudgetMeter(
  { theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  const titleId = useId()
  const budget = useBudget()
  const status = budget.data ? 'ready' : budget.isPending ? 'loading' : 'failed'
  const children = <BudgetContent titleId={titleId} budget={budget} />
  const own = { lang, 'aria-labelledby': titleId, className: css(styles.root, className), children }
  const element = usePart({
    tag: 'section',
    ref: ref as never,
    state: { ...state, status },
    own,
    props: props as never,
  })
  return <KitContext.Provider value={kit}>{element}</KitContext.Provider>
})
