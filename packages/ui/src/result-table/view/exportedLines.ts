import type { ArrangedRows, Arrangement, ResultRows } from '@lakefront/react'
import type { ExportRows } from '../../result-export/exportText.ts'
import type { ShownColumn } from './shownColumns.ts'

type ExportedLinesOptions = {
  rows: ResultRows
  arranged: ArrangedRows
  arrangement: Arrangement
  shown: readonly ShownColumn[]
}

/** The lines of a table for copying and saving: rows with their values, headings of groups with what they come to. */
export function exportedLines({ rows, arranged, arrangement, shown }: ExportedLinesOptions): ExportRows {
  const { groupBy, aggregates } = arrangement
  return {
    columns: shown,
    rowCount: arranged.lineCount,
    valueAt(place, index) {
      const line = arranged.lineAt(place)
      const columnIndex = shown[index]?.columnIndex ?? -1
      if (line?.kind === 'row') return rows.getCell(line.rowIndex, columnIndex)
      if (columnIndex === groupBy) return line?.value ?? null
      return line?.aggregates[aggregates.findIndex((known) => known.columnIndex === columnIndex)] ?? null
    },
  }
}
