'use client'
import { useGrants } from '@lakefront/react/governance'
import { forwardRef, useId, useState } from 'react'
import { Frame, type FrameProps, readingStatus } from '../frame/Frame.tsx'
import { Grants, type Which } from './Grants.tsx'

export type GrantListProps = FrameProps

/** What is always allowed, to whom and by whom, how often it was used, and taking it back. Renders a `<section>`. */
export const GrantList = forwardRef<HTMLElement, GrantListProps>(function GrantList(props, ref) {
  const titleId = useId()
  const [which, setWhich] = useState<Which>('open')
  const reading = useGrants({ which })
  const status = readingStatus(reading)
  return (
    <Frame ref={ref} status={status} titleId={titleId} own={{ 'aria-busy': status === 'loading' }} given={props}>
      <Grants titleId={titleId} which={which} onWhich={setWhich} reading={reading} />
    </Frame>
  )
})
