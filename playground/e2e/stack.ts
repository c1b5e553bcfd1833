import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { inject, onTestFailed, onTestFinished } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/chromium.ts'
import { startPlaygroundServer } from '../services/playgroundServer.ts'
import { type Services, startServices } from '../services.ts'
import { serveBuiltPage } from './builtPage.ts'
import { freePorts } from './freePorts.ts'
import { scale } from './templateData.ts'

/** The whole demo on free ports over a small data folder of its own, and a browser to look at it. */
export type Stack = {
  services: Services
  browser: Browser
  /** Where every process, the browser too, puts its temporary files. */
  temporaryFolder: string
  /** Opens a page of the CRM, as a person of its own, until the test ends. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>
  stop(): Promise<void>
}

/** Nothing moves by itself: drawing spinners takes a processor from what the test waits for. */
const usualPage: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }

/**
 * Starts every process of the demo. What was started is ended again when one of them fails.
 *
 * @param options.isBuilt - `false` serves the page from its sources, as `npm start` does; it then takes far longer to open.
 */
export async function startStack({ isBuilt = true }: { isBuilt?: boolean } = {}): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'lakefront-e2e-'))
  const temporaryFolder = join(folder, 'tmp')
  await mkdir(temporaryFolder)
  const usualTemporaryFolder = process.env.TMPDIR
  process.env.TMPDIR = temporaryFolder
  const endings: (() => Promise<unknown> | undefined)[] = [
    () => rm(folder, { recursive: true, force: true }),
    async () => {
      if (usualTemporaryFolder === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = usualTemporaryFolder
    },
  ]
  const stop = async () => {
    for (const end of endings.reverse()) await end()
  }
  try {
    await cp(inject('templateData'), join(folder, 'data'), { recursive: true })
    const services = await startServices({ data: join(folder, 'data'), scale, ports: await freePorts() })
    endings.push(services.stop)
    const { addresses, signingKey } = services
    const server = isBuilt
      ? await serveBuiltPage(inject('builtPage'), addresses, signingKey)
      : await startPlaygroundServer(addresses, signingKey)
    endings.push(server.stop)
    const browser = await chromium.launch(chromiumLaunchOptions())
    endings.push(() => browser.close())
    const open = async (path = '/', options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ ...usualPage, ...options })
      onTestFinished(() => context.close())
      const page = await context.newPage()
      tellWhenFailed(page)
      await page.goto(new URL(path, addresses.playground).href)
      return page
    }
    return { services, browser, temporaryFolder, open, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What the page said and where it went, for whoever has to find out why a test failed. */
function tellWhenFailed(page: Page): void {
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`))
  page.on('framenavigated', (frame) => said.push(`went to ${frame.url()}`))
  onTestFailed(() => console.error(`The page, which ended at ${page.url()}:\n${said.join('\n')}`))
}
