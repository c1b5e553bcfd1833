'use client'
import { type Turn as TurnData, useHeldResultRows } from '@lakefront/react'
import { memo, type ReactNode, useRef } from 'react'
import { css } from '../../kit/css.ts'
import styles from '../panel/panel.module.css'
import { isRunning } from '../turn/turnStage.ts'
import { TurnSketch } from './TurnSketch.tsx'
import { useDrawn } from './useDrawn.ts'
import type { HeldPlace } from './useHeldPlace.ts'

type TurnPlaceProps = {
  turn: TurnData
  /** The newest, once drawn, is there to come back to. */
  isLast: boolean
  /** Drawn from the beginning, as the server has drawn it. */
  atOnce: boolean
  draw(turn: TurnData): ReactNode
  held: HeldPlace
}

/**
 * The place of one turn in the log: its words until it comes near what is in sight, then everything, until it is far from
 * it. What is worked on stays whole.
 */
export const TurnPlace = memo(function TurnPlace({ turn, isLast, atOnce, draw, held }: TurnPlaceProps) {
  const ref = useRef<HTMLDivElement>(null)
  const running = isRunning(turn)
  const { drawn, height } = useDrawn(ref, { atOnce: atOnce || running, stays: isLast || running, held })
  // Let go of, it keeps its rows: to read them again might come too late, and is work for a source.
  useHeldResultRows(height === undefined ? undefined : turn.result)
  return (
    <div ref={ref} className={css(styles.turnPlace)}>
      {drawn ? draw(turn) : <TurnSketch turn={turn} height={height} />}
    </div>
  )
})
