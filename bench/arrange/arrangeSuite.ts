import type { BenchPage } from '../chromium/pages.ts'
import type { Comparison } from '../compare.ts'
import { type Figures, takeTurns } from '../measure.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { openTables, rowCounts, warmUp } from '../table/openTables.ts'
import { type ArrangingName, arrangings, isInAgGrid } from '../table/page/arranging.ts'
import type { TablePage } from '../table/page/table.ts'

const names = Object.keys(arrangings) as ArrangingName[]
const inBoth = names.filter(isInAgGrid)

/** Sorting, filtering, grouping and finding in a million rows that are shown: how long it takes, and whether the page freezes. */
export async function arrangeSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const pages = await openTables(['ours', 'AG Grid'])
  const arms = [
    () => pages.visit('ours', (page) => arrangeAll(page, 'ours', names)),
    () => pages.visit('AG Grid', (page) => arrangeAll(page, 'AG Grid', inBoth)),
  ]
  try {
    return { samples: await takeTurns(arms, { repeats, warmUps: 0 }), comparisons, notes: [pages.chromium] }
  } finally {
    await pages.stop()
  }
}

async function arrangeAll(page: BenchPage, arm: string, wanted: readonly ArrangingName[]): Promise<Figures> {
  await warmUp(page)
  await page.ask<TablePage, 'load'>('load', 'deals')
  await page.ask<TablePage, 'mount'>('mount', rowCounts.deals)
  const figures: [string, Figures[string]][] = []
  for (const name of wanted) {
    const { timeMs, longTasks } = await page.ask<TablePage, 'arrange'>('arrange', name)
    figures.push([`${arm}: ${name}`, timeMs], [`${arm}: ${name}, longest task over 50 ms`, longTasks.longestMs])
  }
  return Object.fromEntries(figures)
}

const comparisons = [
  ...names.map(
    (name): Comparison => ({
      name: `${name}, longest task over 50 ms, ours`,
      over: `ours: ${name}, longest task over 50 ms`,
      atMost: 0,
    }),
  ),
  ...inBoth.map(
    (name): Comparison => ({ name: `${name}, ours / AG Grid`, over: `ours: ${name}`, under: `AG Grid: ${name}` }),
  ),
]
