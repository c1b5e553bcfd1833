import { createClient } from '@lakefront/client'
import { answerSchema } from '@lakefront/contract/schemas'
import { expect, test } from 'vitest'
import type { Script } from '../script.ts'
import { scriptedGateway } from '../scriptedGateway.ts'
import * as scenarios from './scenarios.ts'

async function ask(script: Script) {
  const client = createClient(scriptedGateway(script))
  return client.ask({ question: 'margin?' })
}

test.each([
  ['answering', scenarios.answering(), 'answered'],
  ['longTable', scenarios.longTable(), 'answered'],
  ['empty', scenarios.empty(), 'answered'],
  ['truncated', scenarios.truncated(), 'answered'],
  ['expiredResult', scenarios.expiredResult(), 'answered'],
  ['cutResult', scenarios.cutResult(), 'answered'],
  ['partial', scenarios.partial(), 'partial'],
  ['clarification', scenarios.clarification(), 'clarification'],
  ['unavailable', scenarios.unavailable(), 'unavailable'],
  ['refused', scenarios.refused(), 'refused'],
  ['failed', scenarios.failed(), 'failed'],
] as const)('default: %s', async (_name, script, status) => {
  const answer = await ask(script)
  expect(answer.status).toBe(status)
  expect(answerSchema.parse(answer)).toEqual(answer)
})

test('behavior: a record is read section by section', async () => {
  const client = createClient(scriptedGateway(scenarios.recordWithoutErp()))
  const { sections } = await client.callTool('get_record', {
    entity: 'account',
    id: '1001',
    sections: ['orders', 'contacts'],
  })
  expect(sections.map(({ id, status }) => [id, status])).toEqual([
    ['contacts', 'ready'],
    ['orders', 'failed'],
  ])
})

test('behavior: a record that is not there', async () => {
  const client = createClient(scriptedGateway(scenarios.recordNotFound()))
  await expect(client.callTool('get_record', { entity: 'account', id: '1' })).rejects.toMatchObject({
    code: 'record-not-found',
  })
})

test('behavior: a list is searched and paged', async () => {
  const client = createClient(scriptedGateway(scenarios.baseScript))
  const page = await client.callTool('search_records', { entity: 'account', limit: 10, offset: 40 })
  expect(page).toMatchObject({ total: 42 })
  expect(page.records).toHaveLength(2)
  const found = await client.callTool('search_records', { entity: 'account', query: 'great lakes' })
  expect(found.records.map(({ label }) => label)).toEqual(['Great Lakes Fastener & Supply'])
})

test('behavior: the audit trail is filtered and paged', async () => {
  const client = createClient(scriptedGateway(scenarios.audited()))
  const first = await client.callTool('read_audit', { limit: 2 })
  expect(first).toMatchObject({ next: 129, chain: { isWhole: true, length: 133 }, covers: 'tenant' })
  const second = await client.callTool('read_audit', { limit: 2, before: first.next! })
  expect([first, second].flatMap(({ calls }) => calls.map(({ tool }) => tool))).toEqual([
    'update_record',
    'run_query',
    'ask',
  ])
  expect(second.next).toBeNull()
  expect((await client.callTool('read_audit', { source: 'lakehouse' })).calls.map(({ callId }) => callId)).toEqual([
    'answer-1',
  ])
})

test('behavior: a costly question waits, and is answered once by the yes', async () => {
  const client = createClient(scriptedGateway(scenarios.costlyRead({ becomes: 'approved' })))
  const waiting = await client.ask({ question: 'margin?' })
  expect(waiting).toMatchObject({ status: 'approval-required', approval: { shown: { effectClass: 'costly-read' } } })
  const approvalId = waiting.approval!.requestId
  expect(await client.ask({ question: 'margin?', approvalId })).toMatchObject({ status: 'answered' })
  await expect(client.ask({ question: 'margin?', approvalId })).rejects.toMatchObject({ code: 'approval-closed' })
})
