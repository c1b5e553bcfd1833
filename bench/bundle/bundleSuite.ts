import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { startServiceProcess } from '../../playground/services/serviceProcess.ts'
import { type BenchPage, openPages } from '../chromium/pages.ts'
import type { Comparison } from '../compare.ts'
import type { Sample } from '../measure.ts'
import type { Measured } from '../suite.ts'
import { rowCounts } from '../table/openTables.ts'

const here = (file: string) => resolve(import.meta.dirname, file)
const entries = { ours: here('page/lakefront.page.tsx'), 'AG Grid': here('page/agGrid.page.tsx') }

type BundlePage = { show(rowCount: number): Promise<void> }

/** What a browser has fetched when a table is shown: scripts and styles without React, compressed. The same every time. */
export async function bundleSuite(): Promise<Measured> {
  const rows = await startServiceProcess({ name: 'rows', script: here('../servers/tableRows.ts'), args: [] })
  try {
    const pages = await openPages(entries, { rows: rows.address.replace(/\/$/, '') })
    const samples: Sample[] = []
    for (const name of ['ours', 'AG Grid'] as const) {
      const fetchedBytes = await pages.visit(name, fetchedBytesOf)
      samples.push({ name: `${name}: fetched to show a table`, unit: 'kB', values: [fetchedBytes / 1_000] })
    }
    await pages.stop()
    return { samples, comparisons }
  } finally {
    await rows.stop()
  }
}

async function fetchedBytesOf({ ask, page }: BenchPage): Promise<number> {
  await ask<BundlePage, 'show'>('show', rowCounts.few_deals)
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const files = urls.filter((url) => /\.(js|css)$/.test(url) && !/\/react-[^/]*\.js$/.test(url))
  const sizes = await Promise.all(files.map(gzippedBytes))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function gzippedBytes(url: string): Promise<number> {
  return gzipSync(await (await fetch(url)).bytes()).length
}

const comparisons: readonly Comparison[] = [
  {
    name: 'fetched to show a table, ours / AG Grid',
    over: 'ours: fetched to show a table',
    under: 'AG Grid: fetched to show a table',
    atMost: 0.2,
  },
]
