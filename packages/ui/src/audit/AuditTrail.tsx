'use client'
import { useAudit } from '@lakefront/react/governance'
import { forwardRef, useId, useState } from 'react'
import { Frame, type FrameProps, readingStatus } from '../frame/Frame.tsx'
import frameStyles from '../frame/frame.module.css'
import { CallList } from './CallList.tsx'
import { FilterForm } from './filters/FilterForm.tsx'
import { noFilters, toQuery } from './filters/filters.ts'
import { TrailHead } from './TrailHead.tsx'

export type AuditTrailProps = FrameProps

/**
 * Who asked what, what ran where, what it read, cost and showed, and who agreed: the record, newest first, and whether it is
 * as it was written. People see their own calls; who may read the trail sees everybody's. Renders a `<section>`.
 */
export const AuditTrail = forwardRef<HTMLElement, AuditTrailProps>(function AuditTrail(props, ref) {
  const titleId = useId()
  const [filters, setFilters] = useState(noFilters)
  const trail = useAudit(toQuery(filters, props.timeZone))
  // What was seen once stays said while other filters are read.
  const [covers, setCovers] = useState<'user' | 'tenant'>()
  const told = trail.data?.pages[0]?.covers
  if (told && told !== covers) setCovers(told)

  return (
    <Frame
      ref={ref}
      status={readingStatus(trail)}
      titleId={titleId}
      own={{ className: frameStyles.column }}
      given={props}
    >
      <TrailHead titleId={titleId} trail={trail} covers={covers} />
      <FilterForm filters={filters} hasPeople={covers === 'tenant'} onChange={setFilters} />
      <CallList trail={trail} filters={filters} />
    </Frame>
  )
})
