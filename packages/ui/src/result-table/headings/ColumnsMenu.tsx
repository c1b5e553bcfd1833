'use client'
import { columnTitle } from '../../format/cell.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { setHidden } from '../view/changeView.ts'
import { inOrder } from '../view/shownColumns.ts'
import { Check, Submenu } from './menuParts.tsx'

/** All columns, to be shown or hidden. The last one cannot be hidden. */
export function ColumnsMenu() {
  const { messages } = useKit()
  const { columns, shown, view, change } = useResultTable()
  const isShown = (name: string) => shown.some((column) => column.name === name)
  return (
    <Submenu label={messages.columns}>
      {inOrder(columns, view.order).map((column) => (
        <Check
          key={column.name}
          checked={isShown(column.name)}
          disabled={(isShown(column.name) && shown.length < 2) || view.groupBy === column.name}
          stays
          onChange={(checked) => change(setHidden(column.name, !checked))}
        >
          {columnTitle(column)}
        </Check>
      ))}
    </Submenu>
  )
}
