'use client'
import type { Cell } from '@lakefront/react'
import { columnTitle } from '../../format/cell.ts'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { VisuallyHidden } from '../../kit/VisuallyHidden.tsx'
import { CellText } from '../CellText.tsx'
import { useResultTable } from '../ResultTableContext.ts'
import { aggregateColumn } from '../view/aggregateOf.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import contents from './contents.module.css'

/** What the rows of a group, or all of them, come to in one column, and in which way that was worked out. */
export function AggregateText({ column, values }: { column: ShownColumn; values: readonly Cell[] }) {
  const { messages } = useKit()
  const { arrangement, arranged } = useResultTable()
  const position = arrangement.aggregates.findIndex(({ columnIndex }) => columnIndex === column.columnIndex)
  const aggregate = arrangement.aggregates[position]?.aggregate
  // While others are worked out, those that are known may be of something else.
  if (!aggregate || arranged.status === 'working') return null
  const label = messages.aggregateOf(messages.aggregates[aggregate], columnTitle(column))
  return (
    <span className={css()} title={label}>
      <VisuallyHidden>{label}: </VisuallyHidden>
      {aggregate !== 'sum' && (
        <span aria-hidden="true" className={css(contents.aggregateName)}>
          {messages.aggregates[aggregate]}
        </span>
      )}
      <CellText value={values[position] ?? null} column={aggregateColumn(column, aggregate)} />
    </span>
  )
}
