'use client'
import { useMemo } from 'react'
import type { Chart, ChartRows } from '../types.ts'
import { chooseChart } from './chooseChart.ts'

/** The chart that fits the rows; `undefined` when none does, or they are not all here. */
export function useChart(rows: ChartRows | undefined): Chart | undefined {
  return useMemo(() => rows && chooseChart(rows), [rows])
}
