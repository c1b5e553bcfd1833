import { resolve } from 'node:path'
import { startServiceProcess } from '../../playground/services/serviceProcess.ts'
import { heapBytes } from '../chromium/heap.ts'
import { type BenchPage, type BenchPages, openPages } from '../chromium/pages.ts'
import { type Figures, percentileOf, takeTurns } from '../measure.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { comparisons } from './comparisons.ts'
import type { TablePage } from './page/table.ts'

const here = (file: string) => resolve(import.meta.dirname, file)

const entries = {
  ours: here('page/lakefront.page.tsx'),
  'AG Grid': here('page/agGrid.page.ts'),
  'AG Grid, rows alone': here('page/agGridRows.page.ts'),
}

type Arm = keyof typeof entries

/** Rows of the results that are shown. */
const rowCounts = { few_deals: 1_000, some_deals: 100_000, deals: 1_000_000, wide: 10_000 } as const
const appendedRows = 100_000
const scrolling = { frames: 120, pixelsPerFrame: 700 }
const bytesPerMegabyte = 1_000_000

/** Our table and AG Grid Community over the same rows, in Chromium. */
export async function tableSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const rows = await startServiceProcess({ name: 'rows', script: here('../servers/tableRows.ts'), args: [] })
  const pages = await openPages(entries, { rows: rows.address.replace(/\/$/, '') }).catch(async (error) => {
    await rows.stop()
    throw error
  })
  try {
    const tries = (Object.keys(entries) as Arm[]).flatMap((arm) => triesOf(pages, arm))
    return { samples: await takeTurns(tries, { repeats }), comparisons }
  } finally {
    await pages.stop()
    await rows.stop()
  }
}

function triesOf(pages: BenchPages<Arm>, arm: Arm): (() => Promise<Figures>)[] {
  const named = (work: (page: BenchPage) => Promise<Figures>) => async () => {
    const figures = await pages.visit(arm, async (page) => {
      await warmUp(page)
      return work(page)
    })
    return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${arm}: ${name}`, figure]))
  }
  return [named(tryMillion), named(tryHundredThousand), named(tryWide), named(tryAppending)]
}

/** The code is there and has run once before anything counts: a table that a page opens with is rarely its first. */
async function warmUp({ ask }: BenchPage): Promise<void> {
  await ask<TablePage, 'load'>('load', 'few_deals')
  await ask<TablePage, 'mount'>('mount', rowCounts.few_deals)
  await ask<TablePage, 'hide'>('hide')
}

async function tryMillion(page: BenchPage): Promise<Figures> {
  await page.ask<TablePage, 'load'>('load', 'deals')
  const dataBytes = await heapBytes(page)
  const mountMs = await page.ask<TablePage, 'mount'>('mount', rowCounts.deals)
  const heldBytes = await heapBytes(page)
  return {
    'mount 1,000,000 × 8': mountMs,
    'heap above the data': { value: (heldBytes - dataBytes) / bytesPerMegabyte, unit: 'MB' },
    'heap of the data': { value: dataBytes / bytesPerMegabyte, unit: 'MB' },
    ...(await scrollFigures(page, '1,000,000 × 8')),
  }
}

async function tryHundredThousand({ ask }: BenchPage): Promise<Figures> {
  await ask<TablePage, 'load'>('load', 'some_deals')
  return { 'mount 100,000 × 8': await ask<TablePage, 'mount'>('mount', rowCounts.some_deals) }
}

async function tryWide(page: BenchPage): Promise<Figures> {
  await page.ask<TablePage, 'load'>('load', 'wide')
  const mountMs = await page.ask<TablePage, 'mount'>('mount', rowCounts.wide)
  return { 'mount 10,000 × 200': mountMs, ...(await scrollFigures(page, '10,000 × 200')) }
}

async function tryAppending({ ask }: BenchPage): Promise<Figures> {
  await ask<TablePage, 'load'>('load', 'chunks')
  return { 'append 200 chunks of 500': await ask<TablePage, 'append'>('append', appendedRows) }
}

async function scrollFigures({ ask }: BenchPage, size: string): Promise<Figures> {
  const { frameMs, emptyFrames } = await ask<TablePage, 'scroll'>('scroll', scrolling)
  return {
    [`scroll frame p95, ${size}`]: percentileOf(frameMs, 0.95),
    [`frames without rows, ${size}`]: { value: emptyFrames, unit: '' },
  }
}
