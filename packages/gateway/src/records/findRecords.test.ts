import { expect, test } from 'vitest'
import { callTool } from '../testing/gatewayClient.ts'
import { startSuiteGateway } from '../testing/suiteGateway.ts'

const suite = startSuiteGateway()

const found = async (query: string, more: { limit?: number; offset?: number } = {}) => {
  const { output } = await callTool(suite.client, 'search_records', { entity: 'account', query, ...more })
  return { labels: output.records.map(({ label }) => label), total: output.total }
}

test.each([
  ['zoe bolts', ['Zoë’s Bolts']],
  ["zoe's", ['Zoë’s Bolts']],
  ['BOLTS ZOË', ['Zoë’s Bolts']],
  ['lakes', ['Great Lakes Fastener & Supply']],
  ['4', ['Akron Gear']],
  ['100%', []],
  ["' or 1=1 --", []],
])('behavior: search for %j', async (query, labels) => {
  expect(await found(query)).toEqual({ labels, total: labels.length })
})

test('behavior: an empty search lists all in order, page by page', async () => {
  expect(await found('', { limit: 2 })).toEqual({ labels: ['<script>alert(1)</script>', 'Akron Gear'], total: 5 })
  expect(await found('', { limit: 2, offset: 4 })).toEqual({ labels: ['Zoë’s Bolts'], total: 5 })
})

test('behavior: a match tells what the configuration wants told', async () => {
  const { output } = await callTool(suite.client, 'search_records', { entity: 'account', query: 'akron' })
  expect(output.records[0]).toMatchObject({
    entity: 'account',
    id: '4',
    fields: [
      { column: { title: 'Territory' }, value: 'Akron' },
      { column: { title: 'City' }, value: 'Akron' },
    ],
  })
})
