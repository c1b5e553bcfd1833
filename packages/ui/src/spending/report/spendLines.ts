import type { SpendLine } from '@lakefront/react'
import type { SpendingReturnType } from '@lakefront/react/governance'
import type { ChartRows } from '../../chart/types.ts'
import type { SpendingMessages } from '../../messages/spending/types.ts'
import type { ExportRows } from '../../result-export/exportText.ts'
import type { VisibleColumn } from '../../result-table/ResultTableContext.ts'

export type SpendingReport = SpendingReturnType

/** Lines that are asked for, and so in the file; the gateway gives no more. */
export const mostLines = 1_000

const dayMs = 86_400_000
/** A line through more days than pixels says no more. */
const mostDays = 2_000

/** What a line stands for, and its money. No unit: money is rounded to cents, and most queries cost less than one. */
function columnsOf({ by }: SpendingReport, words: SpendingMessages): readonly VisibleColumn[] {
  const money = { type: 'float', role: 'measure' } as const
  const columns = [
    { name: by, title: words.by[by], type: by === 'day' ? 'date' : 'text', role: 'dimension' },
    { name: 'runs', title: words.runs, type: 'integer', role: 'measure', unit: 'count' },
    { name: 'spent_usd', title: `${words.amount} (USD)`, ...money },
    { name: 'assumed_usd', title: `${words.amount}, ${words.assumed} (USD)`, ...money },
  ] as const
  return columns.map((column, columnIndex) => ({ ...column, columnIndex, keyIndex: undefined }))
}

const cellsOf = ({ label, runs, spentUsd, assumedUsd }: SpendLine) => [label, runs, spentUsd, assumedUsd]

/** The report as rows of a file. */
export function spendRows(report: SpendingReport, words: SpendingMessages): ExportRows {
  const rows = report.lines.map(cellsOf)
  return {
    columns: columnsOf(report, words),
    rowCount: rows.length,
    valueAt: (rowIndex, columnIndex) => rows[rowIndex]?.[columnIndex] ?? null,
  }
}

/** The report as a chart reads it: what was spent, and of days also those on which nothing was. */
export function spendChartRows(report: SpendingReport, words: SpendingMessages): ChartRows {
  const rows = (report.by === 'day' ? withEveryDay(report) : report.lines).map(cellsOf)
  return {
    columns: columnsOf(report, words).filter(({ name }) => name === report.by || name === 'spent_usd'),
    rowCount: rows.length,
    valueAt: (place, { columnIndex }) => rows[place]?.[columnIndex] ?? null,
  }
}

function withEveryDay({ lines, from, to }: SpendingReport): readonly SpendLine[] {
  const known = new Map(lines.map((line) => [line.key, line]))
  const first = Date.parse(from)
  const count = Math.round((Date.parse(to) - first) / dayMs) + 1
  if (count > mostDays) return lines
  return Array.from({ length: count }, (_, index) => {
    const key = new Date(first + index * dayMs).toISOString().slice(0, 10)
    return known.get(key) ?? { key, label: key, runs: 0, spentUsd: 0, assumedUsd: 0 }
  })
}
