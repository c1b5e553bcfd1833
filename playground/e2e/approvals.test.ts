import { type Client, createClient } from '@lakefront/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pretendUsers, signToken } from '../services/session.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth, type Truth } from './truth.ts'

let stack: Stack
let truth: Truth
let client: Client
beforeAll(async () => {
  stack = await startStack()
  truth = readTruth(stack.services.addresses)
  client = createClient({
    gatewayUrl: stack.services.addresses.gateway,
    getAccessToken: () => signToken(pretendUsers[0]!, stack.services.signingKey!),
  })
})
afterAll(async () => {
  await client?.close()
  await stack?.stop()
})

const openDeal = () => truth.crm(`select id, stage from opportunities where stage = 'Proposal' order by id limit 1`)
const stageOf = async (id: string) => (await truth.crm(`select stage from opportunities where id = ${id}`))[0]?.[0]

test('default: a deal is won once somebody has agreed, and the next answer knows', async () => {
  const [[id = ''] = []] = await openDeal()
  const wish = { entity: 'opportunity', id, values: { stage: 'Won', probability: 100 } }
  const { status, request } = await client.callTool('update_record', wish)
  expect(status).toBe('approval_required')
  expect(request.shown.changes[0]).toMatchObject({ title: 'Stage', before: 'Proposal', after: 'Won' })
  expect(await stageOf(id)).toBe('Proposal')

  const { requestId, shownHash } = request
  const decided = await client.callTool('decide_approval', { requestId, shownHash, decision: 'approve' })
  expect(decided.status).toBe('done')
  expect(await stageOf(id)).toBe('Won')

  const answer = await client.ask({ question: 'How many opportunities by stage?' })
  const told = new Map(answer.result?.rows.map(([stage, count]) => [stage, Number(count)]))
  const [[count] = []] = await truth.crm(`select count(*) from opportunities where stage = 'Won'`)
  expect(told.get('Won')).toBe(Number(count))
})

test('behavior: what waits for somebody is still there after the gateway was killed, and can be approved', async () => {
  const [[id = ''] = []] = await openDeal()
  const { request } = await client.callTool('update_record', { entity: 'opportunity', id, values: { stage: 'Lost' } })
  await stack.services.stopService('gateway', 'SIGKILL')
  await stack.services.startService('gateway')

  const { requests } = await client.callTool('list_approvals', { which: 'open', limit: 50 })
  const [found] = requests.filter(({ requestId }) => requestId === request.requestId)
  expect(found).toEqual(request)
  const { requestId, shownHash } = request
  await client.callTool('decide_approval', { requestId, shownHash, decision: 'approve' })
  expect(await stageOf(id)).toBe('Lost')
})

test('behavior: while the CRM is away nothing is lost: it is carried out once it is back', async () => {
  const [[id = ''] = []] = await openDeal()
  const { request } = await client.callTool('update_record', { entity: 'opportunity', id, values: { stage: 'Won' } })
  await stack.services.stopService('crm')
  const { requestId, shownHash } = request
  const decided = await client.callTool('decide_approval', { requestId, shownHash, decision: 'approve' })
  expect(decided.status).toBe('accepted')
  await stack.services.startService('crm')
  await expect.poll(() => stageOf(id), { timeout: 100_000, interval: 1_000 }).toBe('Won')
})

test('behavior: one asks in one browser, another approves in theirs, and the first page goes on by itself', async () => {
  const [[id = ''] = []] = await truth.crm('select id from accounts order by id limit 1')
  const dana = await stack.open(`/accounts/${id}`)
  await dana.getByText('Open a case').click()
  const subject = 'Wrong bearings <b>"again"</b>'
  await dana.getByLabel('Subject').fill(subject)
  await dana.getByRole('button', { name: 'Ask for it' }).click()
  await dana
    .getByRole('article', { name: subject })
    .getByText(/then it is refused/)
    .waitFor()

  const mona = await stack.open('/approvals')
  await mona.getByLabel('Signed in').selectOption({ label: 'Mona Reyes' })
  await mona.reload()
  const card = mona.getByRole('article', { name: subject })
  await card.getByRole('button', { name: 'Approve' }).dblclick()
  await dana.getByRole('article', { name: subject }).getByText('Done.').waitFor()
  expect(await truth.crm(`select count(*) from cases where subject = '${subject}'`)).toEqual([['1']])
  await mona.getByRole('button', { name: /^Decided/ }).click()
  await mona
    .getByRole('article', { name: subject })
    .getByText(/Approved by mona.reyes/)
    .waitFor()
})

test('behavior: another company sees none of it', async () => {
  const stranger = createClient({
    gatewayUrl: stack.services.addresses.gateway,
    getAccessToken: () => signToken(pretendUsers[1]!, stack.services.signingKey!),
  })
  expect((await stranger.callTool('list_approvals', { limit: 50 })).requests).toEqual([])
  await stranger.close()
})
