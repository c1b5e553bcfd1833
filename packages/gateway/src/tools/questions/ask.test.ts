import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerSchema } from '@lakefront/contract/schemas'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startLakehouse } from '../../lakehouse/startLakehouse.ts'
import { callTool, connectClient } from '../../testing/gatewayClient.ts'
import { startScriptedSource } from '../../testing/startScriptedSource.ts'
import { startTestGateway } from '../../testing/startTestGateway.ts'
import { startSuiteGateway } from '../../testing/suiteGateway.ts'

const suite = startSuiteGateway()

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'

test('default', async () => {
  const { output, events } = await callTool(suite.client, 'ask', { question })
  expect(answerSchema.parse(output)).toEqual(output)
  const { columns, rows } = output.result!
  const names = columns.map(({ name }) => name)
  const shown = rows.map((row) => [row[names.indexOf('account_name')], row[names.indexOf('gross_margin')]])
  expect(shown).toEqual([
    ['Great Lakes Fastener & Supply', '140.15'],
    ['<script>alert(1)</script>', '9.00'],
    ['Zoë’s Bolts', '-20.25'],
  ])
  expect(output).toMatchObject({ status: 'answered', question, cost: { pricesAsOf: '2026-11-01' } })
  expect(output.steps.filter(({ source }) => source === 'lakehouse').map(({ rows }) => rows)).toEqual([3])
  expect(output.lineage.sources.map(({ source }) => source).sort()).toEqual(['crm', 'lakehouse'])
  const types = events.map(({ type }) => type)
  expect(types.indexOf('plan-ready')).toBeLessThan(types.indexOf('step-start'))
  expect(types.lastIndexOf('step-end')).toBeLessThan(types.indexOf('result-ready') + types.length)
})

test('behavior: a follow-up remembers, and only for who asked', async () => {
  const first = await callTool(suite.client, 'ask', { question })
  const { conversationId } = first.output
  const second = await callTool(suite.client, 'ask', { question: 'only 2025', conversationId })
  expect(second.output.result?.rows).toHaveLength(1)
  const raul = await connectClient(suite.gateway, { userId: 'raul' })
  const stolen = await callTool(raul, 'ask', { question: 'only 2025', conversationId })
  expect(stolen.output.status).toBe('clarification')
  await raul.close()
})

test.each([
  ['nothing', '', 'clarification'],
  ['ten thousand characters', 'margin '.repeat(1_500), 'clarification'],
  ['emoji', '🤷🤷‍♀️🚀', 'clarification'],
  ['control characters', '\u0000\u0007\u001b[2J', 'clarification'],
  ['a word that nobody knows', 'gross margin by flurble', 'clarification'],
  ['SQL', 'select * from accounts; drop table accounts --', 'refused'],
  ['a change', 'delete all accounts in Cleveland', 'refused'],
])('behavior: asked %s, it runs nothing', async (_case, strange, status) => {
  const { output, result } = await callTool(suite.client, 'ask', { question: strange })
  expect(result.isError).toBeFalsy()
  expect([output.status, output.steps, output.result]).toEqual([status, [], undefined])
  expect(output.text).not.toBe('')
})

test('behavior: a source that is down is an answer that says so, and the rest goes on', async () => {
  const broken = await startTestGateway()
  const other = await connectClient(broken)
  await broken.stopSource('lakehouse')
  const { output, events } = await callTool(other, 'ask', { question })
  expect(output).toMatchObject({
    status: 'unavailable',
    error: { code: 'source-unavailable', source: 'lakehouse', retryable: true },
  })
  expect(output.text).toBe('The lakehouse is currently unavailable.')
  expect(events.at(-1)?.type).toBe('error')
  expect((await callTool(other, 'ask', { question: 'How many accounts in territory Cleveland?' })).output.status).toBe(
    'answered',
  )
  const { output: catalog } = await callTool(other, 'describe_catalog', {})
  expect(catalog.sources.map(({ id, status }) => [id, status])).toEqual([
    ['crm', 'available'],
    ['lakehouse', 'unavailable'],
  ])
  await other.close()
  await broken.close()
})

test('behavior: without one of two figures, the other is still given, and the text says what is missing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credit-'))
  await writeFile(join(folder, 'credit.csv'), 'account_id,balance\n1,70.50\n2,10.00\n')
  const view = `version: 1.1
source: credit
dimensions:
  - { name: account_id, expr: account_id }
measures:
  - { name: open_balance, expr: sum(balance), display_name: Open balance }
`
  await writeFile(join(folder, 'credit.yaml'), view)
  const erp = await startLakehouse({ folder, port: 0 })
  const three = await startTestGateway(({ sources, views = [], entities, ...config }) => ({
    ...config,
    sources: { ...sources, erp: { title: 'ERP', mcp: { url: erp.url }, dialect: 'duckdb' } },
    views: [...views, { file: join(folder, 'credit.yaml'), source: 'erp' }],
    entities: { account: { ...entities!.account!, references: { sales: 'account_id', credit: 'account_id' } } },
  }))
  const other = await connectClient(three)
  const both = 'gross margin and open balance by account in territory Cleveland'
  expect((await callTool(other, 'ask', { question: both })).output.status).toBe('answered')
  await erp.close()
  const { output } = await callTool(other, 'ask', { question: both })
  expect(output).toMatchObject({ status: 'partial', warnings: [{ code: 'source-unavailable', source: 'erp' }] })
  expect(output.result?.rows).toHaveLength(3)
  expect(output.text).toMatch(/Missing here: Open balance\. The ERP is currently unavailable\.$/)
  await other.close()
  await three.close()
  await rm(folder, { recursive: true })
})

test('behavior: a source that answers garbage is named, and the rest goes on', async () => {
  const garbage = await startScriptedSource(async () => ({
    content: [{ type: 'text', text: 'lorem ipsum dolor {{{' }],
  }))
  const odd = await startTestGateway({
    sources: { erp: { mcp: { url: garbage.url }, dialect: 'sqlite' } },
    views: [],
    entities: {},
    prices: undefined,
  })
  const other = await connectClient(odd)
  const { error } = await callTool(other, 'run_query', { source: 'erp', sql: 'select 1 as one' })
  expect(error).toMatchObject({ code: 'source-garbled', source: 'erp' })
  expect((await other.listTools()).tools).toHaveLength(7)
  await other.close()
  await odd.close()
  await garbage.close()
})

test('behavior: sources that are down at start do not stop it', async () => {
  const sources = { erp: { mcp: { url: 'http://localhost:9/mcp' }, dialect: 'sqlite' as const } }
  const alone = await startTestGateway({ sources, views: [], entities: {}, prices: undefined })
  const other = await connectClient(alone)
  const { output } = await callTool(other, 'describe_catalog', {})
  expect(output.sources).toMatchObject([{ id: 'erp', status: 'unavailable' }])
  await other.close()
  await alone.close()
})

test('behavior: a view that reads a table which is not there is told of, once it is seen', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => told.mockRestore())
  const broken = await startTestGateway(({ views = [], ...config }) => ({
    ...config,
    views: views.map((view) => (view.source === 'lakehouse' ? { ...view, table: 'order_linez' } : view)),
  }))
  const other = await connectClient(broken)
  const health = async () => (await fetch(new URL('/health', broken.served.url))).json()
  expect(await health()).not.toHaveProperty('views')
  await callTool(other, 'ask', { question })
  expect(await health()).toMatchObject({ views: { sales: { status: 'table-not-listed' } } })
  expect(told.mock.calls.map(String)).toEqual([
    'Error: The view "sales" reads order_linez, which the source "lakehouse" does not list.',
  ])
  await other.close()
  await broken.close()
})
