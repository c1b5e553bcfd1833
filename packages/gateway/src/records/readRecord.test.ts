import { expect, test } from 'vitest'
import { callTool, connectClient } from '../testing/gatewayClient.ts'
import { startTestGateway } from '../testing/startTestGateway.ts'
import { startSuiteGateway } from '../testing/suiteGateway.ts'

const suite = startSuiteGateway()

test('default', async () => {
  const { output } = await callTool(suite.client, 'get_record', { entity: 'account', id: '1' })
  expect(output.label).toBe('Great Lakes Fastener & Supply')
  const shown = output.sections.map(({ id, status, rows, truncated, sourceTitle }) => ({
    id,
    status,
    rows,
    truncated,
    sourceTitle,
  }))
  expect(shown).toEqual([
    { id: 'identity', status: 'ready', rows: [['Cleveland', 'Parma']], truncated: false, sourceTitle: 'CRM' },
    { id: 'margin', status: 'ready', rows: [['140.15']], truncated: false, sourceTitle: 'Lakehouse' },
    { id: 'orders', status: 'ready', rows: [['SO-2', '200.20']], truncated: true, sourceTitle: 'Lakehouse' },
  ])
  expect(output.sections[1]?.columns).toMatchObject([
    { title: 'Gross margin', unit: 'currency', currency: 'USD', role: 'measure' },
  ])
})

test('parameters: sections', async () => {
  const { output } = await callTool(suite.client, 'get_record', { entity: 'account', id: '1', sections: ['margin'] })
  expect(output.sections.map(({ id }) => id)).toEqual(['margin'])
  const { error } = await callTool(suite.client, 'get_record', { entity: 'account', id: '1', sections: ['secrets'] })
  expect(error).toMatchObject({ code: 'invalid-input' })
})

test.each(['999', 'abc', "1' or '1'='1", '1 or 1=1', ''])('behavior: there is no record %j', async (id) => {
  const { error } = await callTool(suite.client, 'get_record', { entity: 'account', id })
  expect(error?.code).toBe('record-not-found')
})

test('behavior: an unknown entity is answered with those that there are', async () => {
  const { error } = await callTool(suite.client, 'get_record', { entity: 'toString', id: '1' })
  expect(error).toMatchObject({ code: 'unknown-entity', message: 'There is no entity "toString". There are: account.' })
})

test('behavior: a section whose source is down fails alone', async () => {
  const broken = await startTestGateway()
  const other = await connectClient(broken)
  await broken.stopSource('lakehouse')
  const { output } = await callTool(other, 'get_record', { entity: 'account', id: '1' })
  expect(output.sections.map(({ id, status, error }) => [id, status, error?.code])).toEqual([
    ['identity', 'ready', undefined],
    ['margin', 'failed', 'source-unavailable'],
    ['orders', 'failed', 'source-unavailable'],
  ])
  await broken.stopSource('crm')
  const nameless = await callTool(other, 'get_record', { entity: 'account', id: '1' })
  expect(nameless.output.label).toBe('1')
  await other.close()
  await broken.close()
})
