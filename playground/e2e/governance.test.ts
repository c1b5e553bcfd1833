import { type Client, createClient } from '@lakefront/client'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pretendUsers, signToken } from '../services/session.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth, type Truth } from './truth.ts'

let stack: Stack
let truth: Truth
let client: Client
let accountId: string
beforeAll(async () => {
  stack = await startStack()
  truth = readTruth(stack.services.addresses)
  client = createClient({
    gatewayUrl: stack.services.addresses.gateway,
    getAccessToken: () => signToken(pretendUsers[0]!, stack.services.signingKey!),
  })
  accountId = (await truth.crm('select min(account_id) from opportunities'))[0]?.[0] ?? ''
})
afterAll(async () => {
  await client?.close()
  await stack?.stop()
})

async function openAsMona(path: string): Promise<Page> {
  const page = await stack.open(path)
  await page.getByLabel('Signed in').selectOption({ label: 'Mona Reyes' })
  await page.reload()
  return page
}

/** The CRM's form for a case, as Dana fills it in; gives the card of what she asked for. */
async function askForCase(dana: Page, subject: string) {
  await dana.getByLabel('Subject').fill(subject)
  await dana.getByRole('button', { name: 'Ask for it' }).click()
  return dana.getByRole('article', { name: subject })
}

async function openCaseForm(): Promise<Page> {
  const dana = await stack.open(`/accounts/${accountId}`)
  await dana.getByText('Open a case').click()
  return dana
}

/** How many of the past requests would have run by themselves, as the sentence says. */
async function wouldHaveRun(autonomy: Locator): Promise<number> {
  const sentence = await autonomy.getByText(/^With this level/).textContent()
  return Number(/ (\d+) of \d+ requests of the last 7 days/.exec(sentence ?? '')?.[1])
}

const casesCalled = async (subject: string) =>
  Number((await truth.crm(`select count(*) from cases where subject = '${subject}'`))[0]?.[0])

test('default: several are approved at once in one browser, and another that watches follows', async () => {
  const subjects = ['Cracked housing', 'Late pallet', 'Wrong label']
  for (const subject of subjects) {
    await client.callTool('create_record', { entity: 'case', values: { account_id: accountId, subject } })
  }
  const watching = await stack.open('/approvals')
  for (const subject of subjects) await watching.getByRole('article', { name: subject }).waitFor()

  const mona = await openAsMona('/approvals')
  for (const subject of subjects) await mona.getByRole('checkbox', { name: subject }).check()
  await mona.getByRole('button', { name: 'Approve 3…' }).click()
  const dialog = mona.getByRole('dialog', { name: 'Approve 3?' })
  for (const subject of subjects) await dialog.getByRole('checkbox', { name: subject }).waitFor()
  await dialog.getByRole('button', { name: 'Approve 3' }).click()
  await dialog.getByText('3 decided.').waitFor()

  for (const subject of subjects) {
    await watching.getByRole('article', { name: subject }).getByText('Done.').waitFor()
    expect(await casesCalled(subject)).toBe(1)
  }
})

test('behavior: what is always allowed runs by itself until it is revoked', async () => {
  const dana = await openCaseForm()
  const first = await askForCase(dana, 'Missing washers')
  await first.getByText(/then it is refused/).waitFor()

  const mona = await openAsMona('/approvals')
  const card = mona.getByRole('article', { name: 'Missing washers' })
  await card.getByRole('button', { name: 'Always allow this…' }).click()
  const covers = await card.getByRole('group').getByRole('listitem').allTextContents()
  expect(covers.join(' ')).toContain('dana.kowalski')
  await card.getByRole('button', { name: 'Approve and always allow' }).click()
  await first.getByText('Done.').waitFor()

  await (await askForCase(dana, 'Missing nuts')).getByText('Done.').waitFor()
  expect(await casesCalled('Missing nuts')).toBe(1)

  const grants = mona.getByRole('region', { name: 'Always allowed' })
  for (const sentence of covers) await grants.getByText(sentence, { exact: true }).waitFor()
  await grants.getByRole('button', { name: /^Revoke/ }).click()
  await grants.getByRole('button', { name: 'Revoke it' }).click()
  await grants.getByText('Revoked. The next request is asked for.').waitFor()

  await (await askForCase(dana, 'Missing bolts')).getByText(/then it is refused/).waitFor()
  expect(await casesCalled('Missing bolts')).toBe(0)
})

test('behavior: a level that an administrator sets holds from the next request on', async () => {
  const values = { account_id: accountId, subject: 'Bent bracket' }
  await client.callTool('create_record', { entity: 'case', values })
  const mona = await openAsMona('/approvals')
  const autonomy = mona.getByRole('region', { name: 'How much happens by itself' })
  const before = await wouldHaveRun(autonomy)
  await autonomy.getByRole('radio', { name: 'Limited' }).check()
  await autonomy.getByLabel('Records each time').fill('1')
  await autonomy.getByLabel('People each time').fill('0')
  await expect.poll(() => wouldHaveRun(autonomy)).toBeGreaterThan(before)
  await autonomy.getByRole('button', { name: 'Save' }).click()
  await autonomy.getByText('Saved. It holds from the next request on.').waitFor()

  const dana = await openCaseForm()
  await (await askForCase(dana, 'Dented drum')).getByText('Done.').waitFor()
  expect(await casesCalled('Dented drum')).toBe(1)

  await autonomy.getByRole('radio', { name: 'Propose' }).check()
  await autonomy.getByRole('button', { name: 'Save' }).click()
  await autonomy.getByText(/Set by mona.reyes/).waitFor()
  await autonomy.getByText('Saved. It holds from the next request on.').waitFor()
  await (await askForCase(dana, 'Dented lid')).getByText(/then it is refused/).waitFor()
})

test('behavior: a rep may look at the level, and not change it', async () => {
  const dana = await stack.open('/approvals')
  const autonomy = dana.getByRole('region', { name: 'How much happens by itself' })
  await autonomy.getByText(/Only administrators may change this/).waitFor()
  expect(await autonomy.getByRole('radio', { name: 'Autonomous' }).isDisabled()).toBe(true)
})

test('behavior: stage, owner and activities of an account are changed from its page, each once somebody agrees', async () => {
  const dana = await stack.open(`/accounts/${accountId}`)
  const [[dealId = ''] = []] = await truth.crm(
    `select id from opportunities where account_id = ${accountId} order by id limit 1`,
  )
  await dana.getByText('Change an opportunity').click()
  await dana.getByLabel('Stage').selectOption('Lost')
  await dana.getByLabel('Amount').fill('1234.50')
  await dana.getByRole('button', { name: 'Ask for it' }).click()
  await approve(dana)
  expect(await truth.crm(`select stage, amount from opportunities where id = ${dealId}`)).toEqual([['Lost', '1234.50']])

  await dana.reload()
  await dana.getByText('Log an activity').click()
  await dana.getByLabel('Subject').fill('Called about the drums')
  await dana.getByLabel('Kind').selectOption('Call')
  await dana.getByRole('button', { name: 'Ask for it' }).click()
  await approve(dana)
  expect(await truth.crm(`select type from activities where subject = 'Called about the drums'`)).toEqual([['Call']])

  await dana.reload()
  await dana.getByText('Hand the account over').click()
  const owner = dana.getByLabel('Owner')
  const before = await owner.inputValue()
  const other = await owner.locator(`option:not([value="${before}"])`).first().getAttribute('value')
  await owner.selectOption(other)
  await dana.getByRole('button', { name: 'Ask for it' }).click()
  await approve(dana)
  expect(await truth.crm(`select owner_id from accounts where id = ${accountId}`)).toEqual([[other]])
})

/** Everybody may approve writes of the demo. */
async function approve(page: Page) {
  const card = page.getByRole('article')
  await card.getByRole('button', { name: 'Approve' }).click()
  await card.getByText('Done.').waitFor()
}
