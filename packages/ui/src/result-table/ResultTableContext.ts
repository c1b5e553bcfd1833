'use client'
import type { Column, ResultPage, ResultRows } from '@lakefront/react'
import type { SortingState } from '@tanstack/react-table'
import { createContext, useContext } from 'react'
import type { ExportRows } from '../result-export/exportText.ts'

/** A record that somebody wants to see. */
export type RecordReference = {
  /** Name of the entity in the gateway's configuration. */
  entity: string
  id: string
  /** What the row calls it. */
  label: string
}

export type OpenRecord = (record: RecordReference) => void

/** A column that people see, and where its values are. */
export type VisibleColumn = Column & {
  columnIndex: number
  /** Where the key of the record behind this column is. */
  keyIndex: number | undefined
}

export type ResultTableValue = {
  result: ResultPage | undefined
  title: string
  rows: ResultRows
  columns: readonly VisibleColumn[]
  sorting: SortingState
  setSorting(sorting: SortingState): void
  /** Which row of the result stands at a place of the table. */
  rowAt(place: number): number
  /** What the table shows, as it stands. */
  exported: ExportRows
  /** Whether that differs from the rows and columns as they came. */
  isArranged: boolean
  onOpenRecord: OpenRecord | undefined
}

export const ResultTableContext = createContext<ResultTableValue | undefined>(undefined)

export function useResultTable(): ResultTableValue {
  const context = useContext(ResultTableContext)
  if (!context) throw new Error('Lakefront: ResultTable parts must be placed within <ResultTable.Root>.')
  return context
}
