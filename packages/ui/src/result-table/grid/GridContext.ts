'use client'
import type { Cell } from '@lakefront/react'
import { createContext, useContext } from 'react'
import type { GridFocus } from '../focus/createGridFocus.ts'
import type { OpenRecord } from '../ResultTableContext.ts'

/** What cells need. It stays the same while rows arrive and people scroll, or every cell would be drawn anew. */
export type GridValue = {
  focus: GridFocus
  getCell(rowIndex: number, columnIndex: number): Cell
  openRecord: OpenRecord | undefined
  toggleGroup(groupIndex: number): void
  /** Largest value of each share column, by its name: the longest bar. */
  shareScale: ReadonlyMap<string, number>
}

/** What the cells of a grid share. */
export const GridContext = createContext<GridValue | undefined>(undefined)

/** The surrounding grid. */
export function useGrid(): GridValue {
  const context = useContext(GridContext)
  if (!context) throw new Error('Lakefront: rows must be placed within a grid.')
  return context
}
