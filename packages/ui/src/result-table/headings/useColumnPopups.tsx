'use client'
import { lazy, type RefObject, Suspense, useCallback, useState } from 'react'
import { useResultTable } from '../ResultTableContext.ts'
import type { ColumnMenuProps } from './ColumnMenu.tsx'

const ColumnMenu = lazy(() => import('./ColumnMenu.tsx'))
const FilterPopover = lazy(() => import('../filter/FilterPopover.tsx'))

type Popup = { kind: 'menu' | 'filter'; name: string }

type Actions = {
  onFind(): void
  onSelect(index: number): void
  onFit(name: string): void
  onMove(index: number, by: -1 | 1): void
}

/** The menu of a column, and its filter. One of either at a time; their code comes when the first is opened. */
export function useColumnPopups(gridRef: RefObject<HTMLElement | null>) {
  const [popup, setPopup] = useState<Popup>()
  return {
    menuOf: popup?.kind === 'menu' ? popup.name : undefined,
    openMenu: useCallback((name: string) => setPopup({ kind: 'menu', name }), []),
    openFilter: useCallback((name: string) => setPopup({ kind: 'filter', name }), []),
    element: (actions: Actions) =>
      popup && <ColumnPopup popup={popup} setPopup={setPopup} gridRef={gridRef} actions={actions} />,
  }
}

type ColumnPopupProps = {
  popup: Popup
  setPopup(change: (known: Popup | undefined) => Popup | undefined): void
  gridRef: RefObject<HTMLElement | null>
  actions: Actions
}

function ColumnPopup({ popup, setPopup, gridRef, actions }: ColumnPopupProps) {
  const { shown } = useResultTable()
  const index = shown.findIndex(({ name }) => name === popup.name)
  const column = shown[index]
  const grid = gridRef.current
  // A heading that is scrolled out of sight has no place of its own.
  const anchor = grid?.querySelector<HTMLElement>(`[data-row="-1"][data-column="${index}"]`)?.closest('th') ?? grid
  if (!column || !anchor) return null
  // An item that opens something else has closed this already.
  const close = (kind: Popup['kind']) => setPopup((known) => (known?.kind === kind ? undefined : known))
  const menu: ColumnMenuProps = {
    column,
    anchor,
    onClose: () => close('menu'),
    onFilter: () => setPopup(() => ({ kind: 'filter', name: popup.name })),
    onFind: actions.onFind,
    onSelect: () => actions.onSelect(index),
    onFit: () => actions.onFit(column.name),
    onMove: (by) => actions.onMove(index, by),
  }
  return (
    <Suspense fallback={null}>
      {popup.kind === 'menu' ? (
        <ColumnMenu key={popup.name} {...menu} />
      ) : (
        <FilterPopover key={popup.name} column={column} anchor={anchor} onClose={() => close('filter')} />
      )}
    </Suspense>
  )
}
