import type { Cell } from '@lakefront/react'
import type { CompareCells } from './compareCells.ts'

type SortOptions = {
  rowCount: number
  valueAt(rowIndex: number): Cell
  compare: CompareCells
  descending: boolean
}

/**
 * Row indexes in order of one column. Rows themselves never move. Nulls are last either way, and rows that compare
 * equal keep the order in which they came.
 */
export function sortRows({ rowCount, valueAt, compare, descending }: SortOptions): readonly number[] {
  const values = Array.from({ length: rowCount }, (_, rowIndex) => valueAt(rowIndex))
  const sign = descending ? -1 : 1

  return values
    .map((_, rowIndex) => rowIndex)
    .sort((left, right) => {
      const [a, b] = [values[left] ?? null, values[right] ?? null]
      if (a === null || b === null) return Number(a === null) - Number(b === null)
      return sign * compare(a, b)
    })
}
