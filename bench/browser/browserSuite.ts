import { resolve } from 'node:path'
import { type BenchPage, openPages } from '../chromium/pages.ts'
import type { Comparison } from '../compare.ts'
import { type Figures, takeTurns } from '../measure.ts'
import { selectAll, tables } from '../servers/dataset.ts'
import { type BenchServers, startServers } from '../servers/start.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import type { JsonPage } from './page/json.page.ts'
import type { BrowserPage } from './page/lakefront.page.tsx'

const here = (file: string) => resolve(import.meta.dirname, 'page', file)
const entries = { ours: here('lakefront.page.tsx'), json: here('json.page.ts') }

/** Connects, and loads and runs everything once. */
const few = { sql: `${selectAll('some_deals')} where id < 1000`, rowCount: 1_000 }
const million = { sql: selectAll('deals'), rowCount: tables.deals }

/** A million rows through the whole gateway into a table in Chromium, and as JSON in one tool result. */
export async function browserSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const pages = await openPages(entries)
  try {
    const servers = await startServers({ pageOrigin: pages.originOf('ours') })
    const arms = [
      () => pages.visit('ours', (page) => timeOurs(page, servers)),
      () => pages.visit('json', (page) => timeJson(page, servers)),
    ]
    const samples = await takeTurns(arms, { repeats }).finally(servers.stop)
    return { samples, comparisons, notes: [pages.chromium] }
  } finally {
    await pages.stop()
  }
}

async function timeOurs({ ask }: BenchPage, { urls, getAccessToken }: BenchServers): Promise<Figures> {
  const options = { gatewayUrl: urls.gateway, accessToken: await getAccessToken() }
  await ask<BrowserPage, 'run'>('run', { ...options, ...few })
  const { firstRowMs, lastRowMs, longTasks } = await ask<BrowserPage, 'run'>('run', { ...options, ...million })
  return {
    'gateway, first row painted': firstRowMs,
    'gateway, last row in the table': lastRowMs,
    'gateway, long tasks': { value: longTasks.count, unit: '' },
    'gateway, longest task over 50 ms': longTasks.longestMs,
  }
}

async function timeJson({ ask }: BenchPage, { urls }: BenchServers): Promise<Figures> {
  await ask<JsonPage, 'run'>('run', { url: urls.json, ...few })
  const { lastRowMs, longTasks } = await ask<JsonPage, 'run'>('run', { url: urls.json, ...million })
  return {
    'JSON, every row read': lastRowMs,
    'JSON, long tasks': { value: longTasks.count, unit: '' },
    'JSON, longest task over 50 ms': longTasks.longestMs,
  }
}

const comparisons: readonly Comparison[] = [
  {
    name: 'last row, JSON / gateway',
    over: 'JSON, every row read',
    under: 'gateway, last row in the table',
    atLeast: 2,
  },
  { name: 'first row, JSON / gateway', over: 'JSON, every row read', under: 'gateway, first row painted' },
  { name: 'long tasks while rows arrive and are shown', over: 'gateway, long tasks', atMost: 0 },
]
