'use client'
import { lazy, Suspense } from 'react'
import { GridSkeleton } from './GridSkeleton.tsx'
import { useResultTable } from './ResultTableContext.ts'

const loadGrid = () => import('./Grid.tsx')
const Grid = lazy(loadGrid)

/** Fetches the grid's code ahead of the first rows, so that they need not wait for it. */
export function preloadGrid(): void {
  void loadGrid()
}

/** The rows as an ARIA grid: sort, move by keyboard, open records, copy cells. Loaded when first shown. */
export function ResultTableGrid() {
  const { columns } = useResultTable()
  return (
    <Suspense fallback={<GridSkeleton columns={columns} />}>
      <Grid />
    </Suspense>
  )
}
