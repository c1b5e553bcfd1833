'use client'
import { type ResultPage, type ResultRows, useResultRows } from '@lakefront/react'
import type { SortingState } from '@tanstack/react-table'
import { forwardRef, type ReactNode, useMemo, useState } from 'react'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { type OpenRecord, ResultTableContext, type ResultTableValue } from './ResultTableContext.ts'
import styles from './result-table.module.css'
import { useSortedRows } from './useSortedRows.ts'
import { visibleColumns } from './visibleColumns.ts'

export type ResultTableState = {
  /** `idle`, `streaming`, `complete`, `cut`, `expired` or `failed`. */
  status: ResultRows['status']
  /** Nothing matched. */
  empty: boolean
}

// A name of its own: spelled out in declarations, it would lead to a package that this one does not depend on.
export interface ResultTableRootOptions {
  /** First page of the result; the rest is read as it arrives. */
  result: ResultPage | undefined
  /** What the table shows. Names the grid, and the file when it is downloaded. */
  title: string
  /** Called with the record behind a row. Left out, rows are plain text. */
  onOpenRecord?: OpenRecord | undefined
  children?: ReactNode
}

export type ResultTableRootProps = Omit<PartProps<'div', ResultTableState>, 'title'> & ResultTableRootOptions

/** Reads a result and shares its rows, columns and order with the parts inside. Renders a `<div>`. */
export const ResultTableRoot = forwardRef<HTMLDivElement, ResultTableRootProps>(function ResultTableRoot(
  { result, title, onOpenRecord, ...props },
  ref,
) {
  const rows = useResultRows(result)
  const columns = useMemo(() => visibleColumns(rows.columns), [rows.columns])
  const [sorting, setSorting] = useState<SortingState>([])
  const rowAt = useSortedRows(rows, sorting)

  const value: ResultTableValue = {
    result,
    title,
    rows,
    columns,
    sorting,
    setSorting,
    rowAt,
    exported: {
      columns,
      rowCount: rows.rowCount,
      valueAt: (place, index) => rows.getCell(rowAt(place), columns[index]?.columnIndex ?? -1),
    },
    isArranged: sorting.length > 0,
    onOpenRecord,
  }
  const empty = rows.rowCount === 0 && rows.status === 'complete'
  const element = usePart({
    tag: 'div',
    ref: ref as never,
    state: { status: rows.status, empty },
    own: { className: styles.root },
    props: props as never,
  })
  return <ResultTableContext.Provider value={value}>{element}</ResultTableContext.Provider>
})
