import { setTimeout as delay } from 'node:timers/promises'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { type PreviewServer, preview } from 'vite'
import { chromiumLaunchOptions } from '../../scripts/chromium.ts'
import { buildPage } from './buildPage.ts'

/** A page that needs longer is taken to hang: a table that never gets its last row, say. */
const longestAnswerMs = 300_000

/** A page that is open, and what it can be asked. */
export type BenchPage = {
  /** Calls one of the functions that the page exposes, with values that can be sent. */
  ask<Arm, Name extends keyof Arm & string>(
    name: Name,
    ...args: Arm[Name] extends (...args: infer Args) => unknown ? Args : never
  ): Promise<Arm[Name] extends (...args: never[]) => infer Result ? Awaited<Result> : never>
  /** Chromium's own ways to look into the page. */
  devtools: CDPSession
  page: Page
}

export type BenchPages<Name extends string> = {
  /** Opens a page with a heap of its own, and closes it when the work is done. */
  visit<Result>(name: Name, work: (page: BenchPage) => Promise<Result>): Promise<Result>
  originOf(name: Name): string
  /** What the pages were opened with. */
  chromium: string
  stop(): Promise<void>
}

/**
 * Builds pages for production, serves them and starts Chromium.
 *
 * @param entries - Module of each page, which exposes what the page can be asked.
 * @param search - What each page is told in its address.
 */
export async function openPages<Name extends string>(
  entries: Record<Name, string>,
  search: Record<string, string> = {},
): Promise<BenchPages<Name>> {
  const servers = new Map<Name, PreviewServer>()
  for (const [name, entry] of Object.entries(entries) as [Name, string][]) {
    servers.set(name, await servePage(await buildPage(entry)))
  }
  const browser = await chromium.launch(chromiumLaunchOptions())
  const originOf = (name: Name) => new URL(servers.get(name)!.resolvedUrls!.local[0]!).origin
  return {
    visit: (name, work) => visit(browser, `${originOf(name)}/?${new URLSearchParams(search)}`, work),
    originOf,
    chromium: `Chromium ${browser.version()}`,
    async stop() {
      await browser.close()
      await Promise.all([...servers.values()].map((server) => server.close()))
    },
  }
}

function servePage(outDir: string): Promise<PreviewServer> {
  // Port 0 is any free one.
  return preview({ configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0, host: 'localhost' } })
}

async function visit<Result>(browser: Browser, url: string, work: (page: BenchPage) => Promise<Result>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await page.goto(url)
    await page.waitForFunction(() => 'bench' in globalThis)
    const devtools = await context.newCDPSession(page)
    const result = await work({ ask: asker(page), devtools, page })
    if (errors.length > 0) throw errors[0]
    return result
  } finally {
    await context.close()
  }
}

function asker(page: Page): BenchPage['ask'] {
  return async (name, ...args) => {
    const timer = new AbortController()
    const late = delay(longestAnswerMs, undefined, { signal: timer.signal }).then(() => {
      throw new Error(`The page did not answer ${name} within ${longestAnswerMs / 1_000} s.`)
    })
    const answer = page.evaluate(callExposed, [name, args] as [string, unknown[]])
    return await Promise.race([answer, late]).finally(() => timer.abort())
  }
}

/** Runs in the page. */
function callExposed([name, args]: [string, unknown[]]): never {
  return (globalThis as unknown as { bench: Record<string, (...args: unknown[]) => never> }).bench[name]!(...args)
}
