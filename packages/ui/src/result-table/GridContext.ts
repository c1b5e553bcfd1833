'use client'
import { createContext, type RefObject, useContext } from 'react'
import type { GridFocus } from './useGridFocus.ts'
import type { RowSelection } from './useRowSelection.ts'

type GridValue = {
  focus: GridFocus
  selection: RowSelection
  /** Largest value of each share column, by its name: the longest bar. */
  shareScale: ReadonlyMap<string, number>
  scrollerRef: RefObject<HTMLDivElement | null>
}

export const GridContext = createContext<GridValue | undefined>(undefined)

export function useGrid(): GridValue {
  const context = useContext(GridContext)
  if (!context) throw new Error('Lakefront: rows must be placed within a grid.')
  return context
}
