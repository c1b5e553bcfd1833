'use client'
import type { SpendDimension } from '@lakefront/react'
import { useSpending } from '@lakefront/react/governance'
import { forwardRef, useId, useState } from 'react'
import { css } from '../../kit/css.ts'
import { KitContext } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { type RootOptions, useRoot } from '../../kit/useRoot.ts'
import styles from '../spending.module.css'
import { ReportContent } from './ReportContent.tsx'
import { type Days, ReportForm } from './ReportForm.tsx'
import { mostLines } from './spendLines.ts'

export type SpendReportState = { theme: string; density: string; status: 'loading' | 'ready' | 'failed' }

export type SpendReportProps = Omit<PartProps<'section', SpendReportState>, 'children'> & RootOptions

/**
 * What was spent by person, source, day or question, as a table, a chart and a file. People see what their own queries cost;
 * who may see everybody's does, and it is said which. Renders a `<section>`.
 */
export const SpendReport = forwardRef<HTMLElement, SpendReportProps>(function SpendReport(
  { theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  const titleId = useId()
  const [by, setBy] = useState<SpendDimension>('source')
  const [days, setDays] = useState<Days>({})
  const { data, error, isPending, refetch } = useSpending({ by, ...days, limit: mostLines })
  // The days stay in their fields while other lines are read.
  const [told, setTold] = useState<Days>({})
  if (data && (data.from !== told.from || data.to !== told.to)) setTold({ from: data.from, to: data.to })

  const children = (
    <>
      <ReportForm titleId={titleId} by={by} days={{ ...told, ...days }} onBy={setBy} onDays={setDays} />
      <ReportContent report={data} error={error} onRetry={() => void refetch()} />
    </>
  )
  const status = data ? 'ready' : isPending ? 'loading' : 'failed'
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
