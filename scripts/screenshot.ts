import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright'
import { startPlaygroundServer } from '../playground/services/playgroundServer.ts'
import { choosePorts } from '../playground/services/ports.ts'
import { startServices } from '../playground/services.ts'
import { chromiumLaunchOptions } from './chromium.ts'

// Takes the README's pictures: the real answer of the real system, as it looks in Chromium.

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'
const account = 'Great Lakes Fastener & Supply'
const folder = resolve(import.meta.dirname, '../docs/images')

const { values } = parseArgs({ options: { data: { type: 'string' }, scale: { type: 'string' } } })

async function showAnswer(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Assistant', exact: true })
  await panel.getByRole('textbox', { name: 'Your question' }).fill(question)
  await page.keyboard.press('Enter')
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
  for (const colorScheme of ['dark', 'light'] as const) {
    const page = await browser.newPage({
      colorScheme,
      viewport: { width: 1440, height: 1000 },
      deviceScaleFactor: 2,
      timezoneId: 'America/New_York',
    })
    await page.goto(services.addresses.playground)
    await showAnswer(page)
    const file = resolve(folder, colorScheme === 'light' ? 'panel.png' : 'panel-dark.png')
    await page.screenshot({ path: file })
    process.stderr.write(`${file}\n`)
  }
} finally {
  await browser.close()
  await server.stop()
  await services.stop()
}
