import { heapBytes } from '../chromium/heap.ts'
import type { BenchPage, BenchPages } from '../chromium/pages.ts'
import { type Figures, percentileOf, takeTurns } from '../measure.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { comparisons } from './comparisons.ts'
import { openTables, rowCounts, type TableName, tablePages, warmUp } from './openTables.ts'
import type { TablePage } from './page/table.ts'

const appendedRows = 100_000
const scrolling = { frames: 120, pixelsPerFrame: 700 }
const bytesPerMegabyte = 1_000_000

/** Our table and AG Grid Community over the same rows, in Chromium. */
export async function tableSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const names = Object.keys(tablePages) as TableName[]
  const pages = await openTables(names)
  try {
    // Each kind of try by turns, so that what is held against each other is close in time.
    const tries = [tryMillion, tryHundredThousand, tryWide, tryAppending]
    const turns = tries.flatMap((work) => names.map((name) => () => visitWarm(pages, name, work)))
    return { samples: await takeTurns(turns, { repeats, warmUps: 0 }), comparisons, notes: [pages.chromium] }
  } finally {
    await pages.stop()
  }
}

/** Every visit warms its own page up, so no round of warming up is needed. */
async function visitWarm(pages: BenchPages<TableName>, name: TableName, work: (page: BenchPage) => Promise<Figures>) {
  const figures = await pages.visit(name, async (page) => {
    await warmUp(page)
    return work(page)
  })
  return Object.fromEntries(Object.entries(figures).map(([figure, value]) => [`${name}: ${figure}`, value]))
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
  const { frameMs, lateFrames } = await ask<TablePage, 'scroll'>('scroll', scrolling)
  return {
    [`scroll frame p95, ${size}`]: percentileOf(frameMs, 0.95),
    [`frames with rows late, ${size}`]: { value: lateFrames, unit: '' },
  }
}
