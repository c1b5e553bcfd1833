'use client'
import type { ResultRows } from '@lakefront/react'
import type { SortingState } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useKit } from '../kit/KitContext.ts'
import { compareCells } from './compareCells.ts'
import { sortRows } from './sortRows.ts'

/**
 * Which row stands at which place. While rows still arrive, the ones that were there when sorting was chosen are in
 * order and later ones follow as they come, so that nothing moves under the reader; the last row puts all in order.
 */
export function useSortedRows(rows: ResultRows, sorting: SortingState): (place: number) => number {
  const { locale } = useKit()
  const [sort] = sorting
  const settled = rows.status !== 'streaming'

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that arrive later must not move those on screen
  const order = useMemo(() => {
    const columnIndex = rows.columns.findIndex(({ name }) => name === sort?.id)
    const column = rows.columns[columnIndex]
    if (!sort || !column) return undefined
    const valueAt = (rowIndex: number) => rows.getCell(rowIndex, columnIndex)
    return sortRows({ rowCount: rows.rowCount, valueAt, compare: compareCells(column, locale), descending: sort.desc })
  }, [sort, settled, rows.columns, locale])

  return (place) => order?.[place] ?? place
}
