'use client'
import { useMemo } from 'react'
import type { ResultTableValue } from '../ResultTableContext.ts'

/** Enough to find the longest bar of a ranking without reading a long result twice. */
const rowsLookedAt = 200

/** The largest value of each share column, which gets the full width. */
export function useShareScale({
  columns,
  rows,
}: Pick<ResultTableValue, 'columns' | 'rows'>): ReadonlyMap<string, number> {
  const looked = Math.min(rows.rowCount, rowsLookedAt)
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are only ever added
  return useMemo(() => {
    const shares = columns.filter(({ role }) => role === 'share')
    return new Map(shares.map(({ name, columnIndex }) => [name, largest(columnIndex)]))

    function largest(columnIndex: number): number {
      return Math.max(...Array.from({ length: looked }, (_, row) => Number(rows.getCell(row, columnIndex))), 0)
    }
  }, [columns, looked])
}
