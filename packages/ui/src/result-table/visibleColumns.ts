import type { Column } from '@lakefront/react'
import type { VisibleColumn } from './ResultTableContext.ts'

/** Columns that people see: keys serve the links and stay hidden, unless there is nothing else. */
export function visibleColumns(columns: readonly Column[]): readonly VisibleColumn[] {
  const placed = columns.map((column, columnIndex) => ({ ...column, columnIndex, keyIndex: keyIndex(columns, column) }))
  const shown = placed.filter(({ role }) => role !== 'key')
  return shown.length > 0 ? shown : placed
}

function keyIndex(columns: readonly Column[], { opens }: Column): number | undefined {
  const index = opens ? columns.findIndex(({ name }) => name === opens.keyColumn) : -1
  return index === -1 ? undefined : index
}
