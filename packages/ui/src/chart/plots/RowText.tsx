'use client'
import type { ReactNode } from 'react'
import { useChartContext } from '../ChartContext.ts'
import { fromStart } from '../layout/marks.ts'
import { svgCss } from '../save/svgCss.ts'
import styles from './labels.module.css'

type RowTextProps = {
  /** The middle of the line. */
  y: number
  /** From the side at which reading starts. */
  indent?: number
  /** A value: it ends where its column ends. */
  atEnd?: boolean
  isNegative?: boolean
  children: ReactNode
}

/** A name at the start of a row, or a value at its end. */
export function RowText({ y, indent = 0, atEnd = false, isNegative = false, children }: RowTextProps) {
  const { frame } = useChartContext()
  return (
    <text
      x={fromStart(frame, atEnd ? frame.width - indent : indent)}
      y={y}
      dy="0.35em"
      textAnchor={atEnd ? 'end' : 'start'}
      className={svgCss(atEnd ? styles.value : styles.name)}
      data-negative={isNegative || undefined}
    >
      {children}
    </text>
  )
}
