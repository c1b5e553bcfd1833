import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, panelOf, readRows, statusOf } from './screen.ts'
import { searchFor, sentinelOf } from './sentinels.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth } from './truth.ts'

const mainQuestion = 'What is the lifetime gross margin by account for the Cleveland territory?'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.stop())

/** The names of the tools that a page calls from now on. */
function watchCalls(page: Page): string[] {
  const tools: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || request.url() !== stack.services.addresses.gateway) return
    const { method, params } = request.postDataJSON() ?? {}
    if (method === 'tools/call') tools.push(params.name)
  })
  return tools
}

/** Everything that the page left in the browser's storages, as text. */
const storedText = (page: Page) => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))

const firstTurn = (page: Page) => panelOf(page).getByRole('article').first()

test('behavior: after a reload the table is back, and nothing was asked again', async () => {
  const page = await stack.open()
  const turn = await ask(page, mainQuestion)
  expect(await statusOf(turn)).toBe('answered')
  const before = await readRows(turn.getByRole('grid'))
  expect(before).toHaveLength(42)

  const calls = watchCalls(page)
  await page.reload()
  await firstTurn(page).getByText('Reloaded; the finding is not kept.').waitFor()
  expect(await readRows(firstTurn(page).getByRole('grid'))).toEqual(before)
  expect(await firstTurn(page).textContent()).toMatch(/Gross margin by account.*42 rows · live .* · no copy kept/s)
  expect(calls).toContain('fetch_rows')
  expect(calls).not.toContain('ask')

  // The conversation goes on where it was: what a follow-up leaves out is still known.
  const next = await ask(page, 'only 2025')
  expect(await statusOf(next)).toBe('answered')
  expect(await next.getByRole('grid').getAttribute('aria-label')).toContain('Gross margin')
})

test('behavior: what the browser keeps holds no value of a row', async () => {
  const { lakehouse, crm } = readTruth(stack.services.addresses)
  const accounts = await crm(
    `select a.id, a.name from accounts a join territories t on t.id = a.territory_id where t.name = 'Cleveland'`,
  )
  const margins = await lakehouse(
    `select sum(revenue - cost) from read_parquet('{folder}/order_lines/*.parquet')
     where account_id in (${accounts.map(([id]) => id).join(', ')}) group by account_id`,
  )
  const page = await stack.open()
  const turn = await ask(page, mainQuestion)
  await readRows(turn.getByRole('grid'))
  await page.reload()
  await readRows(firstTurn(page).getByRole('grid'))

  const stored = await storedText(page)
  expect(stored).toContain(mainQuestion)
  expect(searchFor(margins.flat().map(sentinelOf))(Buffer.from(stored))).toBeUndefined()
  for (const [id, name] of accounts) {
    expect(stored).not.toContain(name)
    expect(stored).not.toMatch(new RegExp(`[(, ]${id}[), ]`))
  }
})

test('behavior: a result that ended with the gateway offers to run again, says the cost, and waits', async () => {
  const page = await stack.open()
  await ask(page, mainQuestion)
  await stack.services.stopService('gateway')
  await stack.services.startService('gateway')

  const calls = watchCalls(page)
  await page.reload()
  await firstTurn(page).getByText('This live result has ended.').waitFor()
  const runAgain = firstTurn(page).getByRole('button', { name: /^Run again · (est\. <?\$[\d.]+|cost unknown)$/ })
  await runAgain.waitFor()
  expect(calls).not.toContain('ask')

  await runAgain.click()
  expect(await readRows(firstTurn(page).getByRole('grid'))).toHaveLength(42)
  expect(calls.filter((name) => name === 'ask')).toHaveLength(1)
})

test('behavior: a question that ran when the page went away is interrupted, and does not run by itself', async () => {
  const page = await stack.open()
  await page.route(stack.services.addresses.gateway, (route) =>
    route.request().postData()?.includes('"ask"') ? undefined : route.fallback(),
  )
  // The turn is on screen before its call is on the way: only the call itself tells which page made it.
  const asked = page.waitForRequest((request) => request.postData()?.includes('"ask"') ?? false)
  await panelOf(page).getByRole('textbox', { name: 'Your question' }).fill(mainQuestion)
  await page.keyboard.press('Enter')
  await asked
  const calls = watchCalls(page)
  await page.reload()
  await firstTurn(page).getByText('Interrupted').waitFor()
  expect(calls).not.toContain('ask')

  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await firstTurn(page).getByRole('button', { name: 'Ask again' }).click()
  expect(await readRows(firstTurn(page).getByRole('grid'))).toHaveLength(42)
})

test('behavior: whoever signs in next finds nothing, also after a reload, and nothing is left of the one before', async () => {
  const page = await stack.open()
  await ask(page, mainQuestion)
  await page.getByRole('combobox', { name: /Signed in/ }).selectOption({ label: 'Marcus Lind' })
  await page.getByRole('heading', { name: 'Good to see you, Marcus' }).waitFor()
  expect(await panelOf(page).getByRole('article').count()).toBe(0)
  await page.reload()
  await page.getByRole('heading', { name: 'Good to see you, Marcus' }).waitFor()
  expect(await panelOf(page).getByRole('article').count()).toBe(0)
  expect(await storedText(page)).not.toContain('Cleveland')
})
