'use client'
import type { ArrangedRows, Arrangement, Column, ResultPage, ResultRows } from '@lakefront/react'
import { createContext, useContext } from 'react'
import type { ExportRows } from '../result-export/exportText.ts'
import type { ChangeView } from './view/changeView.ts'
import type { ShownColumn } from './view/shownColumns.ts'
import type { TableView } from './view/types.ts'

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
  /** Every column for people, as they came. */
  columns: readonly VisibleColumn[]
  /** Those that the table shows, from start to end. */
  shown: readonly ShownColumn[]
  view: TableView
  change(by: ChangeView): void
  /** The view in terms of the result. */
  arrangement: Arrangement
  /** The lines of the table. */
  arranged: ArrangedRows
  /** What is looked for; `null` when nobody looks for anything. */
  find: string | null
  setFind(find: string | null): void
  /** What the table shows, as it stands. */
  exported: ExportRows
  /** Whether that differs from the rows and columns as they came. */
  isArranged: boolean
  onOpenRecord: OpenRecord | undefined
}

/** What the parts of a table share. */
export const ResultTableContext = createContext<ResultTableValue | undefined>(undefined)

/** The surrounding table. */
export function useResultTable(): ResultTableValue {
  const context = useContext(ResultTableContext)
  if (!context) throw new Error('Lakefront: ResultTable parts must be placed within <ResultTable.Root>.')
  return context
}
