'use client'
import { forwardRef, lazy, Suspense } from 'react'
import type { PartProps } from '../kit/usePart.ts'
import { GridSkeleton } from './GridSkeleton.tsx'
import { useResultTable } from './ResultTableContext.ts'

const loadGrid = () => import('./grid/Grid.tsx')
const Grid = lazy(loadGrid)

/** Fetches the grid's code ahead of the first rows, so that they need not wait for it. */
export function preloadGrid(): void {
  void loadGrid()
}

export type ResultTableGridProps = PartProps<'div'>

/**
 * The rows as an ARIA grid: sort, move by keyboard, open records, copy cells. Loaded when first shown. Renders a `<div>`
 * with the grid inside.
 */
export const ResultTableGrid = forwardRef<HTMLDivElement, ResultTableGridProps>(function ResultTableGrid(props, ref) {
  const { columns } = useResultTable()
  return (
    <Suspense fallback={<GridSkeleton columns={columns} />}>
      <Grid ref={ref} {...props} />
    </Suspense>
  )
})
