'use client'
import { createContext, type RefObject, useContext } from 'react'
import type { OpenRecord } from '../result-table/ResultTableContext.ts'
import type { Frame } from './layout/marks.ts'

export type ChartValue = {
  frame: Frame
  title: string
  /** What kind of chart it is, in words. */
  kindText: string
  onOpenRecord: OpenRecord | undefined
  svgRef: RefObject<SVGSVGElement | null>
}

export const ChartContext = createContext<ChartValue | undefined>(undefined)

export function useChartContext(): ChartValue {
  const context = useContext(ChartContext)
  if (!context) throw new Error('Lakefront: a plot must be placed within a chart.')
  return context
}
