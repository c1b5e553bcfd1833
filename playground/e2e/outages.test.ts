import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, panelOf, statusOf } from './screen.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth } from './truth.ts'

const mainQuestion = 'What is the lifetime gross margin by account for the Cleveland territory?'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.stop())

test('behavior: a request without a token is refused and told how to come', async () => {
  const response = await fetch(stack.services.addresses.gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
  })
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
})

test('behavior: a killed lakehouse is a sentence, the rest goes on, and once it is back it answers', async () => {
  const [[id] = []] = await readTruth(stack.services.addresses).crm('select id from accounts order by id limit 1')
  const page = await stack.open(`/accounts/${id}`)
  expect(await statusOf(await ask(page, mainQuestion))).toBe('answered')

  await stack.services.stopService('lakehouse', 'SIGKILL')
  const turn = await ask(page, mainQuestion)
  expect(await statusOf(turn)).toBe('unavailable')
  expect(await turn.textContent()).toContain('The lakehouse is currently unavailable')

  // Questions that need no lakehouse are answered, and the page's other sections are read.
  expect(await statusOf(await ask(page, 'How many accounts are in the Cleveland territory?'))).toBe('answered')
  await page.reload()
  await page.getByRole('region', { name: 'Orders' }).getByRole('row').nth(1).waitFor()
  await page.getByRole('region', { name: 'Contacts' }).getByRole('row').nth(1).waitFor()
  await page.getByText('The lakehouse is currently unavailable').first().waitFor()

  await stack.services.startService('lakehouse')
  await expect.poll(async () => statusOf(await ask(page, mainQuestion)), { timeout: 90_000 }).toBe('answered')
})

test('behavior: without a gateway the CRM says so, and comes back by itself or at a click', async () => {
  const page = await stack.open('/accounts')
  await page.getByRole('table', { name: 'Accounts' }).getByRole('link').first().waitFor()
  await stack.services.stopService('gateway')
  const turn = await ask(page, mainQuestion)
  expect(await statusOf(turn)).toBe('unavailable')
  expect(await turn.textContent()).toContain('The assistant cannot be reached')
  await page.reload()
  await page.getByText('The accounts cannot be read right now').waitFor()

  await stack.services.startService('gateway')
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await page.getByRole('table', { name: 'Accounts' }).getByRole('link').first().waitFor()
  expect(await statusOf(await ask(page, mainQuestion))).toBe('answered')
})

test('behavior: who signs in next sees nothing of the one before', async () => {
  const page = await stack.open()
  await ask(page, mainQuestion)
  await page.getByRole('combobox', { name: /Signed in/ }).selectOption({ label: 'Marcus Lind' })
  await page.getByRole('heading', { name: 'Good to see you, Marcus' }).waitFor()
  expect(await panelOf(page).getByRole('article').count()).toBe(0)
})
