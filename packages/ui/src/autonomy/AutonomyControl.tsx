'use client'
import { useAutonomy } from '@lakefront/react/governance'
import { forwardRef, useId } from 'react'
import { Frame, type FrameProps, readingStatus } from '../frame/Frame.tsx'
import { Autonomy } from './Autonomy.tsx'
import styles from './autonomy.module.css'

export type AutonomyControlProps = FrameProps

/**
 * How much happens by itself: four levels, limits, and what a setting would have done with past requests, told while it is
 * edited. Only looked at by those who may not change it. Renders a `<section>`.
 */
export const AutonomyControl = forwardRef<HTMLElement, AutonomyControlProps>(function AutonomyControl(props, ref) {
  const titleId = useId()
  const reading = useAutonomy()
  const status = readingStatus(reading)
  const own = { 'aria-busy': status === 'loading', className: styles.root }
  return (
    <Frame ref={ref} status={status} titleId={titleId} own={own} given={props}>
      <Autonomy titleId={titleId} reading={reading} />
    </Frame>
  )
})
