'use client'
import { useMemo } from 'react'
import { useResultTable } from '../../result-table/ResultTableContext.ts'
import type { ChartRows } from '../types.ts'

/** The rows of the surrounding table as a chart reads them, once they are all here. */
export function useChartRows(): ChartRows | undefined {
  const { rows, columns, arranged, arrangement } = useResultTable()
  const { status, held } = rows
  const { rowCount } = arranged
  const grouped = arrangement.groupBy !== null
  const settled = arranged.status === 'ready'

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that are here never change, only their order does
  return useMemo(() => {
    // Of groups that are closed the rows are not known, and a window is not all rows.
    if (status === 'streaming' || status === 'idle' || grouped || held === 'window') return undefined
    return {
      columns,
      rowCount,
      valueAt: (place, { columnIndex }) => {
        const line = arranged.lineAt(place)
        return line?.kind === 'row' ? rows.getCell(line.rowIndex, columnIndex) : null
      },
    }
  }, [columns, rowCount, status, held, arrangement, settled])
}
