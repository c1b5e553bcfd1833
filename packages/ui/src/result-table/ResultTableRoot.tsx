'use client'
import { type ResultPage, type ResultRows, useResultRows } from '@lakefront/react'
import { useArrangedRows } from '@lakefront/react/arrange'
import { forwardRef, type ReactNode, useCallback, useMemo, useState } from 'react'
import { useKit } from '../kit/KitContext.ts'
import { useLatest } from '../kit/useLatest.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { type OpenRecord, ResultTableContext, type ResultTableValue } from './ResultTableContext.ts'
import styles from './result-table.module.css'
import { arrangementOf, isArranged } from './view/arrangementOf.ts'
import type { ChangeView } from './view/changeView.ts'
import { exportedLines } from './view/exportedLines.ts'
import { type ShownColumn, shownColumns } from './view/shownColumns.ts'
import { plainView, type TableView } from './view/types.ts'
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
  /** How it is looked at until somebody changes that. */
  defaultView?: Partial<TableView> | undefined
  /** Told of every change to the view, so that it can be kept. */
  onViewChange?: ((view: TableView) => void) | undefined
  /** Called with the record behind a row. Left out, rows are plain text. */
  onOpenRecord?: OpenRecord | undefined
  children?: ReactNode
}

export type ResultTableRootProps = Omit<PartProps<'div', ResultTableState>, 'title'> & ResultTableRootOptions

/** Reads a result and shares its rows, columns and order with the parts inside. Renders a `<div>`. */
export const ResultTableRoot = forwardRef<HTMLDivElement, ResultTableRootProps>(function ResultTableRoot(
  { result, title, defaultView, onViewChange, onOpenRecord, ...props },
  ref,
) {
  const rows = useResultRows(result)
  const columns = useMemo(() => visibleColumns(rows.columns), [rows.columns])
  const { view, change } = useView(defaultView, onViewChange)
  const [find, setFind] = useState<string | null>(null)
  const shown = useMemo(() => shownColumns(columns, view), [columns, view])
  const { arrangement, arranged } = useArrangement(rows, view, shown, find)

  const value: ResultTableValue = {
    result,
    title,
    rows,
    columns,
    shown,
    view,
    change,
    arrangement,
    arranged,
    find,
    setFind,
    exported: exportedLines({ rows, arranged, arrangement, shown }),
    isArranged: isArranged(arrangement, columns, shown),
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

function useView(defaultView: Partial<TableView> | undefined, onViewChange: ResultTableRootOptions['onViewChange']) {
  const [view, setView] = useState<TableView>(() => ({ ...plainView, ...defaultView }))
  const latest = useLatest({ view, onViewChange })
  const change = useCallback(
    (by: ChangeView) => {
      const next = by(latest.current.view)
      latest.current.view = next
      setView(next)
      latest.current.onViewChange?.(next)
    },
    [latest],
  )
  return { view, change }
}

function useArrangement(rows: ResultRows, view: TableView, shown: readonly ShownColumn[], find: string | null) {
  const { locale, timeZone } = useKit()
  const arrangement = useMemo(() => arrangementOf(rows.columns, shown, view, find), [rows.columns, shown, view, find])
  return { arrangement, arranged: useArrangedRows(rows, arrangement, { locale, timeZone }) }
}
