'use client'
import type { Turn as TurnData } from '@lakefront/react'
import { memo, type ReactNode, useRef } from 'react'
import { css } from '../../kit/css.ts'
import styles from '../panel/panel.module.css'
import { TurnSketch } from './TurnSketch.tsx'
import { useSeen } from './useSeen.ts'

type TurnPlaceProps = {
  turn: TurnData
  /** The newest is drawn whole at once. */
  isLast: boolean
  draw(turn: TurnData): ReactNode
}

/**
 * The place of one turn in the log: its words until it comes near what is in sight, then everything. It stays whole from
 * then on, so that nothing that was opened or chosen in it is lost; out of sight the browser passes over it.
 */
export const TurnPlace = memo(function TurnPlace({ turn, isLast, draw }: TurnPlaceProps) {
  const ref = useRef<HTMLDivElement>(null)
  const seen = useSeen(ref, isLast)
  return (
    <div ref={ref} className={css(styles.turnPlace)}>
      {seen ? draw(turn) : <TurnSketch turn={turn} />}
    </div>
  )
})
