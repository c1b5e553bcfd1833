import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Locator, type Page } from 'playwright'
import { startPlaygroundServer } from '../playground/services/playgroundServer.ts'
import { choosePorts } from '../playground/services/ports.ts'
import { startServices } from '../playground/services.ts'
import { chromiumLaunchOptions } from './chromium.ts'

// Takes the README's pictures: the real answer of the real system, as it looks in Chromium.

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'
/** Reads most of the lakehouse, so that somebody has to agree first. */
const costlyQuestion = 'gross margin, discount given, shipping cost and units by product'
const account = 'Great Lakes Fastener & Supply'
const folder = resolve(import.meta.dirname, '../docs/images')

const { values } = parseArgs({ options: { data: { type: 'string' }, scale: { type: 'string' } } })

function panelOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Assistant', exact: true })
}

async function ask(page: Page, words: string): Promise<void> {
  await panelOf(page).getByRole('textbox', { name: 'Your question' }).fill(words)
  await page.keyboard.press('Enter')
}

async function showAnswer(page: Page): Promise<void> {
  await ask(page, question)
  const panel = panelOf(page)
  const turn = panel.getByRole('article').last()
  await turn.getByText('no copy kept').waitFor()
  await turn.getByText(/live reads/).click()
  await turn.getByRole('button', { name: account }).click()
  await page.getByRole('region', { name: 'Orders' }).getByRole('row').nth(1).waitFor()
  // Everything that the page reads has arrived.
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
  await turn.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.mouse.move(0, 0)
}

/** What a manager sees of a question that waits for them. */
async function showRequest(asker: Page, manager: Page): Promise<Locator> {
  await ask(asker, costlyQuestion)
  await panelOf(asker).getByText('Withdraw').waitFor()
  await manager.getByLabel('Signed in').selectOption({ label: 'Mona Reyes' })
  await manager.goto(`${services.addresses.playground}/approvals`)
  const card = manager.getByRole('article').filter({ hasText: costlyQuestion })
  await card.getByText(/1 statement/).click()
  await manager.mouse.move(0, 0)
  return card
}

const ports = await choosePorts({ gateway: 0, playground: 0, lakehouse: 0, erp: 0, crm: 0 })
const services = await startServices({
  ports,
  data: values.data,
  scale: values.scale === undefined ? undefined : Number(values.scale),
  onProgress: (message) => process.stderr.write(`${message}\n`),
})
const server = await startPlaygroundServer(services.addresses, services.signingKey)
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  await mkdir(folder, { recursive: true })
  for (const [colorScheme, ending] of [
    ['light', '.png'],
    ['dark', '-dark.png'],
  ] as const) {
    const open = async () => {
      const look = { deviceScaleFactor: 2, timezoneId: 'America/New_York' }
      const page = await browser.newPage({ colorScheme, viewport: { width: 1440, height: 1000 }, ...look })
      await page.goto(services.addresses.playground)
      return page
    }
    // First, so that the gateway knows its sources when the answer's time is shown.
    const card = await showRequest(await open(), await open())
    await card.screenshot({ path: resolve(folder, `approval${ending}`) })
    const page = await open()
    await showAnswer(page)
    await page.screenshot({ path: resolve(folder, `panel${ending}`) })
  }
} finally {
  await browser.close()
  await server.stop()
  await services.stop()
}
