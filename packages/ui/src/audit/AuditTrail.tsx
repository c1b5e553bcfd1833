'use client'
import { useAudit } from '@lakefront/react/governance'
import { forwardRef, useId, useState } from 'react'
import { css } from '../kit/css.ts'
import { KitContext } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { type RootOptions, useRoot } from '../kit/useRoot.ts'
import styles from './audit.module.css'
import { CallList } from './CallList.tsx'
import { FilterForm } from './filters/FilterForm.tsx'
import { noFilters, toQuery } from './filters/filters.ts'
import { TrailHead } from './TrailHead.tsx'

export type AuditTrailState = { theme: string; density: string; status: 'loading' | 'ready' | 'failed' }

export type AuditTrailProps = Omit<PartProps<'section', AuditTrailState>, 'children'> & RootOptions

/**
 * Who asked what, what ran where, what it read, cost and showed, and who agreed: the record, newest first, and whether it is
 * as it was written. People see their own calls; who may read the trail sees everybody's. Renders a `<section>`.
 */
export const AuditTrail = forwardRef<HTMLElement, AuditTrailProps>(function AuditTrail(
  { theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  const titleId = useId()
  const [filters, setFilters] = useState(noFilters)
  const trail = useAudit(toQuery(filters, timeZone))
  const status = trail.data ? 'ready' : trail.isPending ? 'loading' : 'failed'
  // What was seen once stays said while other filters are read.
  const [covers, setCovers] = useState<'user' | 'tenant'>()
  const told = trail.data?.pages[0]?.covers
  if (told && told !== covers) setCovers(told)

  const children = (
    <>
      <TrailHead titleId={titleId} trail={trail} covers={covers} />
      <FilterForm filters={filters} hasPeople={covers === 'tenant'} onChange={setFilters} />
      <CallList trail={trail} filters={filters} />
    </>
  )
  const own = { lang, 'aria-labelledby': titleId, className: css(styles.trail, className), children }
  const element = usePart({
    tag: 'section',
    ref: ref as never,
    state: { ...state, status },
    own,
    props: props as never,
  })
  return <KitContext.Provider value={kit}>{element}</KitContext.Provider>
})
