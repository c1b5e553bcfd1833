import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, panelOf, readRows, statusOf } from './screen.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth } from './truth.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.stop())

/** Anything that a page would do if a name were taken for markup. */
async function openWatched(path: string): Promise<{ page: Page; incidents: string[] }> {
  const incidents: string[] = []
  const page = await stack.open(path)
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`))
  return { page, incidents }
}

test('behavior: a script tag in an account’s name is text wherever it is shown', async () => {
  const { crm } = readTruth(stack.services.addresses)
  const [[id, name, territory] = []] = await crm(
    `select a.id, a.name, t.name from accounts a join territories t on t.id = a.territory_id where a.name like '%<script%' limit 1`,
  )
  const { page, incidents } = await openWatched(`/accounts/${id}`)
  await page.getByRole('heading', { name: name! }).waitFor()
  await panelOf(page).getByText(name!).waitFor()

  const turn = await ask(page, `list accounts in territory "${territory}"`)
  expect(await statusOf(turn)).toBe('answered')
  expect((await readRows(turn.getByRole('grid'))).flat()).toContain(name)

  await page.goto(new URL(`/accounts?q=${encodeURIComponent('<script')}`, page.url()).href)
  await page.getByRole('link', { name: name! }).waitFor()
  expect(await page.locator('main script, [role=log] script').count()).toBe(0)
  expect(incidents).toEqual([])
})

test.each([
  ['only emoji', '🤖🤖🤖'],
  ['control characters', '\u0000\u0007\u001b[31m'],
  ['a script tag', '<script>alert(1)</script>'],
  ['pasted SQL', 'drop table order_lines; select * from order_lines'],
])('behavior: %s as a question gets a readable reply, and the next question works', async (_case, question) => {
  const { page, incidents } = await openWatched('/')
  const turn = await ask(page, question)
  expect(['clarification', 'refused']).toContain(await statusOf(turn))
  expect(await statusOf(await ask(page, 'How many accounts are in the Cleveland territory?'))).toBe('answered')
  expect(incidents).toEqual([])
})

test('behavior: a question of 10,000 characters is kept and said to be too long', async () => {
  const { page } = await openWatched('/')
  const input = panelOf(page).getByRole('textbox', { name: 'Your question' })
  await input.fill('margin '.repeat(1_428).padEnd(10_000, 'x'))
  await panelOf(page).getByText('10,000 of 4,000 characters').waitFor()
  expect(await panelOf(page).getByRole('button', { name: 'Ask', exact: true }).isDisabled()).toBe(true)
  expect(await input.inputValue()).toHaveLength(10_000)
})
