'use client'
import { Menu } from '@base-ui/react/menu'
import { useRef } from 'react'
import { columnTitle } from '../../format/cell.ts'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { addSort, dropSort, filterBy, groupBy, pin, setHidden, setTotals, sortBy } from '../view/changeView.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import { AggregateMenu } from './AggregateMenu.tsx'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import styles from './menu.module.css'
import { Check, Choice, Line } from './menuParts.tsx'

export type ColumnMenuProps = {
  column: ShownColumn
  /** The heading, under which the menu opens and to which the focus goes back. */
  anchor: HTMLElement
  onClose(): void
  /** Opens the filter of the column. */
  onFilter(): void
  onFind(): void
  onSelect(): void
  onFit(): void
  onMove(by: -1 | 1): void
}

/** Everything that can be done with a column. The default export, since it is loaded when it is first opened. */
export default function ColumnMenu(props: ColumnMenuProps) {
  const { column, anchor, onClose, onSelect, onFit, onMove } = props
  const { messages } = useKit()
  const { view, change, shown } = useResultTable()
  const { name } = column
  // What opens somewhere else takes the focus there.
  const elsewhere = useRef(false)
  const goTo = (open: () => void) => () => {
    elsewhere.current = true
    open()
  }
  return (
    <Menu.Root modal={false} open onOpenChange={(open) => !open && onClose()}>
      {/* Where the tokens are: a menu at the end of the page would have no colours. */}
      <Menu.Portal container={anchor.closest<HTMLElement>('[data-theme]')}>
        <Menu.Positioner anchor={anchor} align="start" sideOffset={2} className={css(styles.positioner)}>
          <Menu.Popup
            className={css(styles.menu)}
            aria-label={messages.columnOptions(columnTitle(column))}
            finalFocus={() => !elsewhere.current && anchor.querySelector<HTMLElement>('[data-column]')}
          >
            <ArrangeItems column={column} onFilter={goTo(props.onFilter)} />
            <Line />
            {(['start', 'end'] as const).map((side) => (
              <Check
                key={side}
                checked={column.pinned === side}
                disabled={view.groupBy === name}
                onChange={(checked) => change(pin(name, checked ? side : null))}
              >
                {side === 'start' ? messages.pinStart : messages.pinEnd}
              </Check>
            ))}
            <Choice onClick={() => onMove(-1)}>{messages.moveBefore}</Choice>
            <Choice onClick={() => onMove(1)}>{messages.moveAfter}</Choice>
            <Choice onClick={onFit}>{messages.fitWidth}</Choice>
            <Choice onClick={() => change(setHidden(name, true))} disabled={shown.length < 2 || view.groupBy === name}>
              {messages.hideColumn}
            </Choice>
            <ColumnsMenu />
            <Line />
            <Choice onClick={onSelect}>{messages.selectColumn}</Choice>
            <Choice onClick={goTo(props.onFind)} keys="Ctrl F">
              {messages.findInResult}
            </Choice>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** What puts rows in order: none of it while the page does not hold them all. */
function ArrangeItems({ column, onFilter }: Pick<ColumnMenuProps, 'column' | 'onFilter'>) {
  const { messages } = useKit()
  const { view, change, arranged } = useResultTable()
  const { name } = column
  const disabled = arranged.status === 'unavailable'
  const own = view.sort.find((sort) => sort.column === name)
  const canAdd = !own && view.sort.length > 0
  return (
    <>
      {(['ascending', 'descending'] as const).map((direction) => (
        <Check
          key={direction}
          checked={own?.direction === direction}
          disabled={disabled}
          onChange={(checked) => change(checked ? sortBy(name, direction) : dropSort(name))}
        >
          {direction === 'ascending' ? messages.sortUp : messages.sortDown}
        </Check>
      ))}
      {canAdd && (
        <Choice onClick={() => change(addSort(name))} disabled={disabled}>
          {messages.addToSort}
        </Choice>
      )}
      <Line />
      <Choice onClick={onFilter} disabled={disabled}>
        {messages.filter}
      </Choice>
      {view.filters[name] && <Choice onClick={() => change(filterBy(name, undefined))}>{messages.removeFilter}</Choice>}
      <Choice onClick={() => change(groupBy(view.groupBy === name ? null : name))} disabled={disabled}>
        {view.groupBy === name ? messages.ungroup : messages.groupByThis}
      </Choice>
      <AggregateMenu column={column} disabled={disabled} />
      <Check checked={view.totals} onChange={(checked) => change(setTotals(checked))} disabled={disabled}>
        {messages.showTotals}
      </Check>
    </>
  )
}
