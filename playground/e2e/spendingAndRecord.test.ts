import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Client, createClient } from '@lakefront/client'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pretendPrice } from '../services/pretendPrice.ts'
import { pretendUsers, signToken } from '../services/session.ts'
import { ask, panelOf, statusOf } from './screen.ts'
import { type Stack, startStack } from './stack.ts'

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'
const [dana, , mona] = pretendUsers

let stack: Stack
const clients: Client[] = []
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  for (const client of clients) await client.close()
  await stack?.stop()
})

function clientOf(user: (typeof pretendUsers)[number]): Client {
  const { addresses, signingKey } = stack.services
  const client = createClient({ gatewayUrl: addresses.gateway, getAccessToken: () => signToken(user, signingKey!) })
  clients.push(client)
  return client
}

async function signIn(page: Page, name: string) {
  await page.getByLabel('Signed in').selectOption({ label: name })
  await page.reload()
}

/** As the screen shows it. */
const toUsd = (microUsd: number) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(microUsd / 1_000_000)

/** What the gateway's ledger says, in millionths of a dollar by source. The gateway holds the folder, so it rests meanwhile. */
async function readLedger(dataFolder: string): Promise<Record<string, number>> {
  await stack.services.stopService('gateway')
  const ledger = new PGlite(join(dataFolder, 'state', 'pgdata'))
  const { rows } = await ledger.query<{ source: string; micro: string }>(
    'select source, (sum(spent) * 1000000)::bigint::text as micro from lakefront.budget_spending group by source',
  )
  await ledger.close()
  await stack.services.startService('gateway')
  return Object.fromEntries(rows.map(({ source, micro }) => [source, Number(micro)]))
}

test('default: what a question cost is the same on the page, in the ledger and by the price list', async () => {
  const page = await stack.open()
  expect(await statusOf(await ask(page, question))).toBe('answered')
  await page.getByRole('link', { name: 'Spending' }).click()
  const total = page
    .getByRole('table', { name: 'Spending by source' })
    .last()
    .getByRole('row', { name: /^Total/ })
  await total.waitFor()
  const [runs, spent] = await total.getByRole('cell').allInnerTexts()
  expect(runs).toBe('1')
  expect(
    await panelOf(page)
      .getByText(/^Est\./)
      .textContent(),
  ).toContain(`actual ${spent}`)
  await page.getByRole('rowheader', { name: 'Lakehouse' }).last().waitFor()
  await page.getByText('Only your own queries are counted.').waitFor()
  await page.getByRole('meter', { name: 'You, today' }).waitFor()
  await page.getByText('Question', { exact: true }).click()
  await page.getByRole('rowheader', { name: question }).last().waitFor()

  const { calls } = await clientOf(dana!).callTool('read_audit', { tool: 'ask' })
  const paid = calls[0]!.statements.filter(({ source }) => source === 'lakehouse')
  const bytes = paid.reduce((sum, { bytesScanned }) => sum + bytesScanned!, 0)
  const { dataFolder } = stack.services.addresses
  const billed = (bytes / 2 ** 40) * pretendPrice(join(dataFolder, 'lakehouse'), 2) * 1_000_000
  expect(billed).toBeGreaterThan(10_000)

  const { lakehouse = 0, ...others } = await readLedger(dataFolder)
  expect(others).toEqual({})
  // What is on the record is what the ledger has, to the millionth.
  expect(Math.round(calls[0]!.cost!.actual!.costUsd! * 1_000_000)).toBe(lakehouse)
  // Each statement is rounded up to a millionth.
  expect(lakehouse).toBeGreaterThanOrEqual(Math.floor(billed))
  expect(lakehouse).toBeLessThanOrEqual(Math.ceil(billed) + paid.length)
  expect(spent).toBe(toUsd(lakehouse))
})

test('behavior: a manager sees what others spent and asked, with the tables that were read; others see their own', async () => {
  const page = await stack.open('/spending')
  await signIn(page, mona!.name)
  await page.getByText('Everybody’s queries are counted.').waitFor()
  await page.getByText('Person', { exact: true }).click()
  await page.getByRole('rowheader', { name: dana!.id }).last().waitFor()

  await page.getByRole('link', { name: 'Audit trail' }).click()
  const trail = page.getByRole('region', { name: 'Audit trail' })
  await trail.getByText('Everybody’s calls.').waitFor()
  await trail.getByText(/^The chain is whole/).waitFor()
  await trail.getByLabel('What was done').selectOption({ label: 'Asked' })
  await trail.locator('summary').filter({ hasText: question }).click()
  const details = trail.getByRole('region', { name: `Details of: ${question}` })
  await details.getByText(dana!.id).first().waitFor()
  await details.getByText('order_lines', { exact: true }).waitFor()
  await details
    .getByText(/accounts, territories|territories, accounts/)
    .first()
    .waitFor()
  await details.getByText(/^Entry 1, the call came in/).waitFor()

  const other = await clientOf(pretendUsers[1]!).callTool('read_audit', {})
  expect(other.calls).toEqual([])
  const own = await clientOf(dana!).callTool('read_audit', {})
  expect(own.covers).toBe('user')
  expect(new Set(own.calls.map(({ userId }) => userId))).toEqual(new Set([dana!.id]))
})

test('behavior: how an answer is known opens by keyboard, down to its place on the record', async () => {
  const page = await stack.open()
  await ask(page, question)
  const button = panelOf(page).getByRole('button', { name: 'How do we know?' }).last()
  const isFocused = () => button.evaluate((element) => element === document.activeElement)
  for (let presses = 0; !(await isFocused()); presses += 1) {
    if (presses > 20) throw new Error('The button cannot be reached with the Tab key.')
    await page.keyboard.press('Shift+Tab')
  }
  await page.keyboard.press('Enter')
  const view = panelOf(page).getByRole('region', { name: 'How do we know?' })
  await view.getByText('sales.gross_margin').first().waitFor()
  await view
    .getByText(/lakehouse\.order_lines\./)
    .first()
    .waitFor()
  await view.getByText(/^The chain is whole/).waitFor()
  expect(await view.getByText(/^Entry \d+, it was answered/).count()).toBe(1)
  await page.keyboard.press('Enter')
  await view.waitFor({ state: 'detached' })
})
