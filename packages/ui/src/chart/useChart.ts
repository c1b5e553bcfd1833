'use client'
import { useMemo } from 'react'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import { chooseChart } from './chooseChart.ts'
import type { ChartRows } from './types.ts'

/** The chart that fits the rows of the surrounding table, once they are all here; `undefined` when none does. */
export function useChart() {
  const { rows, columns, sorting, rowAt } = useResultTable()
  const { rowCount, status } = rows

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that are here never change, only their order does
  return useMemo(() => {
    if (status === 'streaming' || status === 'idle') return undefined
    const chartRows: ChartRows = {
      columns,
      rowCount,
      valueAt: (place, { columnIndex }) => rows.getCell(rowAt(place), columnIndex),
    }
    const chart = chooseChart(chartRows)
    return chart && { chart, rows: chartRows }
  }, [columns, rowCount, status, sorting])
}
