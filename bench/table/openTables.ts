import { resolve } from 'node:path'
import { startServiceProcess } from '../../playground/services/serviceProcess.ts'
import { type BenchPage, type BenchPages, openPages } from '../chromium/pages.ts'
import type { TablePage } from './page/table.ts'

const here = (file: string) => resolve(import.meta.dirname, file)

/** The tables that are measured, each on a page of its own. */
export const tablePages = {
  ours: here('page/lakefront.page.tsx'),
  'AG Grid': here('page/agGrid.page.ts'),
  'AG Grid, rows alone': here('page/agGridRows.page.ts'),
} as const

export type TableName = keyof typeof tablePages

/** Rows of the results that are shown. */
export const rowCounts = { few_deals: 1_000, some_deals: 100_000, deals: 1_000_000, wide: 10_000 } as const

/** Serves the rows, and pages with tables to show them. */
export async function openTables<Name extends TableName>(names: readonly Name[]): Promise<BenchPages<Name>> {
  const rows = await startServiceProcess({ name: 'rows', script: here('../servers/tableRows.ts'), args: [] })
  try {
    const entries = Object.fromEntries(names.map((name) => [name, tablePages[name]])) as Record<Name, string>
    const pages = await openPages(entries, { rows: rows.address.replace(/\/$/, '') })
    return { ...pages, stop: () => pages.stop().finally(rows.stop) }
  } catch (error) {
    await rows.stop()
    throw error
  }
}

/** The code is there and has run once before anything counts: a table that a page opens with is rarely its first. */
export async function warmUp({ ask }: BenchPage): Promise<void> {
  await ask<TablePage, 'load'>('load', 'few_deals')
  await ask<TablePage, 'mount'>('mount', rowCounts.few_deals)
  await ask<TablePage, 'hide'>('hide')
}
