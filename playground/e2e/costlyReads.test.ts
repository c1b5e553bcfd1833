import { type Client, createClient } from '@lakefront/client'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { pretendUsers, signToken } from '../services/session.ts'
import { panelOf, readRows } from './screen.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth, type Truth } from './truth.ts'

/** Reads most of the lakehouse: over what one person may spend on a question without asking. */
const heavyQuestion = 'gross margin, discount given, shipping cost and units by product'
const title = /^Read about .* at the Lakehouse for up to \$\d\.\d\d$/

let stack: Stack
let truth: Truth
let dana: Client
beforeAll(async () => {
  stack = await startStack()
  truth = readTruth(stack.services.addresses)
  dana = createClient({
    gatewayUrl: stack.services.addresses.gateway,
    getAccessToken: () => signToken(pretendUsers[0]!, stack.services.signingKey!),
  })
})
afterAll(async () => {
  await dana?.close()
  await stack?.stop()
})

/** Dana's page, where she has asked; nobody has agreed yet. */
async function askHeavily() {
  const page = await stack.open()
  const asked = watchAsked(page)
  const input = panelOf(page).getByRole('textbox', { name: 'Your question' })
  await input.fill(heavyQuestion)
  await input.press('Enter')
  const turn = panelOf(page).getByRole('article', { name: heavyQuestion })
  await turn.getByRole('article', { name: title }).waitFor()
  return { page, turn, asked }
}

/** The approvals with which a page asks from now on; `undefined` where it asks without one. */
function watchAsked(page: Page): (string | undefined)[] {
  const asked: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || request.url() !== stack.services.addresses.gateway) return
    const { method, params } = request.postDataJSON() ?? {}
    if (method === 'tools/call' && params.name === 'ask') asked.push(params.arguments.approvalId)
  })
  return asked
}

/** A browser of Mona Reyes, the manager, with what waits for her. */
async function openInbox(): Promise<Page> {
  const page = await stack.open('/approvals')
  await page.getByLabel('Signed in').selectOption({ label: 'Mona Reyes' })
  await page.reload()
  return page
}

const openRequests = async () => (await dana.callTool('list_approvals', { which: 'open' })).requests

test('default: one asks, another agrees in their browser, and the first goes on by itself, over reloads of both', async () => {
  const { page, turn, asked } = await askHeavily()
  expect(asked).toEqual([undefined])
  const [request] = await openRequests()
  expect(request).toMatchObject({ state: 'pending', shown: { question: heavyQuestion } })

  await page.reload()
  await turn.getByRole('article', { name: title }).waitFor()
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  expect(kept).toContain(request!.requestId)
  expect(kept).not.toContain(request!.shown.title)

  const mona = await openInbox()
  const card = mona.getByRole('article', { name: title })
  await card.getByText(heavyQuestion).waitFor()
  await mona.reload()
  await card.getByRole('button', { name: 'Approve' }).dblclick()

  await turn.getByRole('grid').waitFor()
  await turn.getByRole('article', { name: title }).waitFor({ state: 'detached' })
  expect(await turn.getAttribute('data-status')).toBe('answered')
  expect(asked).toEqual([undefined, request!.requestId])
  const [[products] = []] = await truth.lakehouse(
    `select count(distinct product_id) from read_parquet('{folder}/order_lines/*.parquet')`,
  )
  await turn
    .getByText(`${Number(products).toLocaleString('en')} rows`)
    .first()
    .waitFor()
  // What it has cost is known with the last row only, which comes after the answer.
  const line = turn.getByText(/ · actual \$1\.\d\d · /)
  await line.waitFor()
  const [, actual] = / · actual (\$1\.\d\d) · /.exec((await line.textContent())!)!
  await turn.getByRole('button', { name: 'How do we know?' }).click()
  await turn.locator('dl > div', { hasText: 'Came to' }).getByText(actual!).waitFor()
  const onRecord = async () => (await dana.callTool('read_audit', { tool: 'ask' })).calls[0]?.cost?.actual?.costUsd
  await expect.poll(onRecord).toBeCloseTo(Number(actual!.slice(1)), 2)
  const { requests } = await dana.callTool('list_approvals', { requestIds: [request!.requestId] })
  expect(requests[0]).toMatchObject({ state: 'done', decisions: [{ userId: 'mona.reyes', decision: 'approve' }] })
})

test('behavior: a rejection and its reason are read where it was asked', async () => {
  const { turn, asked } = await askHeavily()
  const mona = await openInbox()
  const card = mona.getByRole('article', { name: title })
  await card.getByRole('button', { name: 'Reject' }).click()
  await card.getByRole('textbox').fill('One quarter will do.')
  await card.getByRole('button', { name: 'Reject' }).click()
  await turn.getByText('One quarter will do.').waitFor()
  expect(asked).toEqual([undefined])
})

test('behavior: whoever asked takes it back, and nobody can agree any more', async () => {
  const { turn } = await askHeavily()
  const mona = await openInbox()
  await mona.getByRole('article', { name: title }).waitFor()
  await turn.getByRole('button', { name: 'Withdraw' }).click()
  await turn.getByRole('button', { name: 'Withdraw it' }).click()
  await turn.getByRole('button', { name: 'Ask again' }).waitFor()
  await mona
    .getByRole('article', { name: title })
    .getByRole('button', { name: 'Approve' })
    .waitFor({ state: 'detached' })
  expect(await openRequests()).toEqual([])
})

test('behavior: an edited statement shows its new cost before anybody can agree to it, and is what runs', async () => {
  const sql = 'select * from order_lines'
  const refusal = await dana.callTool('run_query', { source: 'lakehouse', sql }).catch((error) => error)
  expect(refusal).toMatchObject({ code: 'approval-required', approval: { state: 'pending' } })

  const mona = await openInbox()
  const card = mona.getByRole('article', { name: title })
  await card.getByRole('button', { name: 'Edit' }).click()
  await card.getByLabel('Statement').fill('select count(*) as lines, sum(quantity) as quantity from order_lines')
  await card.getByRole('button', { name: 'Show what this would do' }).click()
  const edited = mona.getByRole('article', { name: /^Read about .* at the Lakehouse/ })
  await edited.getByText(/^New cost: .*, before: /).waitFor()
  const [waiting] = await openRequests()
  expect(waiting!.shown.estimate!.high.costUsd).toBeLessThan(refusal.approval.shown.estimate.high.costUsd)
  await edited.getByRole('button', { name: 'Approve' }).click()
  await expect.poll(async () => (await openRequests())[0]?.state, { timeout: 10_000 }).toBe('approved')

  const { result, step } = await dana.callTool('run_query', {
    source: 'lakehouse',
    sql,
    approvalId: waiting!.requestId,
  })
  expect(step.sql).toContain('sum(quantity)')
  const [[lines] = []] = await truth.lakehouse(`select count(*) from read_parquet('{folder}/order_lines/*.parquet')`)
  expect(String(result.rows[0]?.[0])).toBe(lines)
})

test('behavior: an edited question is planned and priced anew, and is what is answered where the first was asked', async () => {
  const { turn, asked } = await askHeavily()
  const edited = 'units by territory'
  const mona = await openInbox()
  await mona.getByRole('article', { name: title }).getByRole('button', { name: 'Edit' }).click()
  const card = mona.getByRole('article', { name: /^Read about .* at the Lakehouse/ })
  await card.getByLabel('The question').fill('units by flavour')
  await card.getByRole('button', { name: 'Show what this would do' }).click()
  await card.getByRole('alert').getByText('flavour').waitFor()
  await card.getByLabel('The question').fill(edited)
  await card.getByRole('button', { name: 'Show what this would do' }).click()
  await card.getByText(/^New cost: .*, before: /).waitFor()
  await card.getByText(`instead of “${heavyQuestion}”`).waitFor()
  await turn.getByText(`“${edited}”`).waitFor()
  const [waiting] = await openRequests()
  await card.getByRole('button', { name: 'Approve' }).click()

  const rows = await readRows(turn.getByRole('grid'))
  await turn.getByText(`The question was edited before it was approved. Answered is: “${edited}”`).waitFor()
  expect(asked).toEqual([undefined, waiting!.requestId])
  const [[units] = []] = await truth.lakehouse(
    `select sum(quantity) from read_parquet('{folder}/order_lines/*.parquet')`,
  )
  const shown = rows.map((row) => Number(row[1]!.replaceAll(',', '')))
  expect(String(shown.reduce((sum, each) => sum + each, 0))).toBe(units)
})

test('behavior: time runs out while the card is open, and it can be asked again', async () => {
  await restartGateway({ LAKEFRONT_APPROVAL_MS: '6000' })
  onTestFinished(() => restartGateway({}))
  const { turn, asked } = await askHeavily()
  const mona = await openInbox()
  const card = mona.getByRole('article', { name: title })
  await card.getByRole('timer').waitFor()
  await turn.getByRole('button', { name: 'Ask again' }).waitFor()
  expect(await turn.getByRole('article', { name: title }).getAttribute('data-status')).toBe('expired')
  await card.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' })

  await turn.getByRole('button', { name: 'Ask again' }).click()
  await turn.locator('article[data-status="pending"]').waitFor()
  expect(asked).toEqual([undefined, undefined])
})

/** The gateway anew, over the same state. */
async function restartGateway({ LAKEFRONT_APPROVAL_MS }: { LAKEFRONT_APPROVAL_MS?: string }): Promise<void> {
  if (LAKEFRONT_APPROVAL_MS === undefined) delete process.env.LAKEFRONT_APPROVAL_MS
  else process.env.LAKEFRONT_APPROVAL_MS = LAKEFRONT_APPROVAL_MS
  await stack.services.stopService('gateway')
  await stack.services.startService('gateway')
}
