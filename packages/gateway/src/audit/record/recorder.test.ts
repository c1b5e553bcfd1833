import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { LakefrontConfig } from '../../config/types.ts'
import { callTool, connectClient } from '../../testing/gatewayClient.ts'
import { openOwnGateway } from '../../testing/ownGateway.ts'
import { startTestGateway } from '../../testing/startTestGateway.ts'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { makePostgres } from '../../testing/testStores.ts'
import { createAuditKeys, trustKeys } from '../chain/auditKeys.ts'
import { readEntries } from '../chain/readEntries.ts'
import { verifyAudit } from '../chain/verifyAudit.ts'
import { toOpenLineage } from '../export/toOpenLineage.ts'
import type { AuditEntry } from '../types.ts'

const secret = 'a secret for tests that is long enough'
const keys = createAuditKeys(secret)
const question = 'What is the lifetime gross margin by account for the Cleveland territory?'

const store = openSuiteStore()

async function open(overrides: Partial<LakefrontConfig> = {}) {
  const { gateway, tenantId, connect } = await openOwnGateway({ store: store.config, audit: { secret }, ...overrides })
  return { gateway, client: await connect({ agentId: 'bot' }), tenantId, entries: () => entriesOf(tenantId) }
}

async function entriesOf(tenantId: string): Promise<AuditEntry[]> {
  const stored = await Array.fromAsync(readEntries(store, tenantId))
  return stored.map(({ entry }) => JSON.parse(entry) as AuditEntry)
}

/** Every cell of the test data that is a value, not the name of something. */
const cells = ['Great Lakes', 'Zoë', 'script', 'Parma', 'Lakewood', '140.15', '100.10', '250.25', 'SO-1']

test('default: who asked what, what ran where, what it read, what it cost and what was shown; and no row of it', async () => {
  const { client, entries, tenantId } = await open()
  const { output, result, events } = await callTool(client, 'ask', { question })
  expect(output.status).toBe('answered')
  expect(events.map(({ type }) => type)).toContain('result-ready')

  const [started, ended] = await entries()
  expect(started).toMatchObject({
    kind: 'call-started',
    tool: 'ask',
    tenantId,
    caller: { userId: 'zoe', agentId: 'bot', roles: [] },
    question,
    inputs: { pageSize: '200' },
  })
  expect(ended).toMatchObject({
    kind: 'call-ended',
    status: 'answered',
    rowsShown: 3,
    cost: { estimate: { confidence: 'upper-bound' }, actual: { costUsd: expect.any(Number) } },
    verdicts: { guard: 'allowed', budget: 'none' },
    shownHash: keys.hashValue(JSON.stringify(result.structuredContent)),
  })
  const { statements, lineage } = ended as Extract<AuditEntry, { kind: 'call-ended' }>
  expect(statements.map(({ source, tables, status, rowsOut }) => [source, tables, status, rowsOut])).toEqual(
    expect.arrayContaining([
      ['crm', ['accounts'], 'done', 4],
      ['lakehouse', ['order_lines'], 'done', 3],
    ]),
  )
  expect(statements.find(({ source }) => source === 'lakehouse')?.columns).toEqual(
    expect.arrayContaining(['order_lines.account_id', 'order_lines.cost', 'order_lines.revenue']),
  )
  expect(lineage.find(({ column }) => column === 'gross_margin')?.from).toContain('lakehouse.order_lines.revenue')

  const text = JSON.stringify((await entries()).slice(1))
  for (const cell of [...cells, 'Cleveland']) expect(text).not.toContain(cell)
  const [report] = (await verifyAudit({ store, keys: trustKeys([keys.publicKeyPem]), anchors: [] })).filter(
    (each) => each.tenantId === tenantId,
  )
  expect(report).toEqual({ tenantId, entryCount: 2 })
}, 60_000)

test('behavior: a record, a search and a query are on the record; what is typed there is hashed', async () => {
  const { client, entries } = await open()
  await callTool(client, 'get_record', { entity: 'account', id: '1' })
  await callTool(client, 'search_records', { entity: 'account', query: 'Great Lakes' })
  await callTool(client, 'run_query', { source: 'crm', sql: `select name from accounts where city = 'Parma'` })
  await callTool(client, 'describe_catalog', {})
  const all = await entries()
  expect(all.map(({ tool, kind }) => `${tool} ${kind}`)).toEqual([
    'get_record call-started',
    'get_record call-ended',
    'search_records call-started',
    'search_records call-ended',
    'run_query call-started',
    'run_query call-ended',
  ])
  expect(all[0]).toMatchObject({ inputs: { entity: 'account', id: expect.stringMatching(/^#[\da-f]{16}$/) } })
  expect(all[1]).toMatchObject({ rowsShown: 3, statements: { length: 3 } })
  expect(all[5]).toMatchObject({
    rowsShown: 1,
    statements: [{ columns: ['accounts.city', 'accounts.name'], rowsOut: 1 }],
  })
  for (const cell of cells) expect(JSON.stringify(all)).not.toContain(cell)
})

test('behavior: refusals and faults are on the record too', async () => {
  const { client, entries, gateway } = await open()
  await callTool(client, 'run_query', { source: 'crm', sql: 'delete from accounts' })
  await callTool(client, 'ask', { question: 'flurble for zoe@example.com' })
  await gateway.stopSource('lakehouse')
  await callTool(client, 'run_query', { source: 'lakehouse', sql: 'select * from order_lines' })
  const all = await entries()
  expect(all[1]).toMatchObject({
    status: 'failed',
    errorCode: 'statement-refused',
    verdicts: { guard: 'refused' },
    shownHash: null,
  })
  expect(all[2]).toMatchObject({ question: expect.stringMatching(/^flurble for \[#[\da-f]{16}\]$/) })
  expect(all[3]).toMatchObject({ status: 'clarification', rowsShown: 0 })
  expect(all[5]).toMatchObject({
    status: 'failed',
    errorCode: 'source-unavailable',
    statements: [{ status: 'failed' }],
  })
})

test('behavior: rows that go on after the answer are told when they have ended', async () => {
  const { client, entries } = await open()
  const sql = 'select l.* from order_lines l, range(40000)'
  const { output } = await callTool(client, 'run_query', { source: 'lakehouse', sql, pageSize: 1 })
  expect((await entries())[1]).toMatchObject({ statements: [{ status: 'running' }] })
  await callTool(client, 'fetch_rows', { handle: output.result.handle, offset: 199_999, limit: 10 })
  await expect.poll(async () => (await entries()).length).toBe(3)
  const actual = { bytesScanned: expect.any(Number), costUsd: expect.any(Number) }
  const statements = [{ status: 'done', rowsOut: 200_000, bytesScanned: expect.any(Number) }]
  const [, answered, over] = await entries()
  expect(over).toMatchObject({ kind: 'rows-ended', statements, actual })
  expect(toOpenLineage(answered!)).not.toHaveProperty('run.facets')
  expect(toOpenLineage(over!)).toMatchObject({ eventType: 'OTHER', run: { facets: { lakefront_cost: actual } } })
})

test('behavior: what cannot be put on the record does not happen', async () => {
  const away = await makePostgres()
  const { client } = await open({ store: away.config })
  await callTool(client, 'search_records', { entity: 'account', query: '' })
  await away.remove()
  for (const call of [
    callTool(client, 'ask', { question }),
    callTool(client, 'run_query', { source: 'crm', sql: 'select 1 as one' }),
    callTool(client, 'search_records', { entity: 'account', query: '' }),
  ]) {
    const { error } = await call
    expect(error).toMatchObject({ code: 'store-unavailable', retryable: true })
  }
  const { output } = await callTool(client, 'describe_catalog', {})
  expect(output.sources).toHaveLength(2)
}, 60_000)

test('behavior: an answer whose end cannot be put on the record does not leave', async () => {
  const { client, entries } = await open()
  await store.query(
    'alter table lakefront.audit_entry add constraint no_ends check (entry not like $$%call-ended%$$) not valid',
  )
  const searched = await callTool(client, 'search_records', { entity: 'account', query: '' })
  const asked = await callTool(client, 'ask', { question })
  await store.query('alter table lakefront.audit_entry drop constraint no_ends')
  for (const { error, result, events } of [searched, asked]) {
    expect(error).toBeDefined()
    expect(JSON.stringify([result, events])).not.toMatch(/Great Lakes|140\.15/)
  }
  expect((await entries()).map(({ kind }) => kind)).toEqual(['call-started', 'call-started'])
})

test('behavior: a result that is taken along as a file is on the record, and whose it was', async () => {
  const { client, entries, gateway, tenantId } = await open()
  const { output } = await callTool(client, 'run_query', { source: 'crm', sql: 'select * from accounts' })
  const url = new URL(output.result.url, gateway.served.url)
  url.pathname += '/export'
  url.searchParams.set('format', 'csv')
  const headers = { authorization: `Bearer ${await gateway.token('zoe', tenantId)}` }
  const response = await fetch(url, { headers })
  expect(await response.text()).toContain('Great Lakes')
  const [, asked, started, ended] = await entries()
  expect(started).toMatchObject({
    tool: 'export_result',
    inputs: { format: 'csv', handle: (asked as { resultHash?: string }).resultHash },
  })
  expect(ended).toMatchObject({ kind: 'call-ended', status: 'done', shownHash: null })
})

test('behavior: a budget’s verdict is on the record', async () => {
  const budgets = { caps: [{ scope: 'user' as const, period: 'query' as const, capUsd: 0 }] }
  const { client, entries } = await open({ budgets })
  await callTool(client, 'run_query', { source: 'lakehouse', sql: 'select * from order_lines' })
  expect((await entries())[1]).toMatchObject({
    errorCode: 'budget-exceeded',
    verdicts: { budget: 'stopped' },
    statements: [],
  })
})

test('behavior: the end of the trail is anchored outside of the store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anchor-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'outside', 'anchors.jsonl')
  const gateway = await startTestGateway({ store: store.config, audit: { secret, anchor: { file } } })
  const client = await connectClient(gateway, { tenantId: 'anchored' })
  await callTool(client, 'search_records', { entity: 'account', query: '' })
  await client.close()
  await gateway.close()
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ tenantId: 'anchored', sequence: 2 }),
  )
  const reports = await verifyAudit({ store, keys: trustKeys([keys.publicKeyPem]), anchors: lines })
  expect(reports.filter(({ broken }) => broken)).toEqual([])
})

test('behavior: an answer as OpenLineage', async () => {
  const { client, entries, tenantId } = await open()
  await callTool(client, 'ask', { question })
  const [start, complete] = (await entries()).map(toOpenLineage)
  const namespace = `lakefront://${encodeURIComponent(tenantId)}`
  expect(start).toMatchObject({ eventType: 'START', job: { namespace, name: 'ask' } })
  expect(complete).toMatchObject({
    eventType: 'COMPLETE',
    inputs: expect.arrayContaining([
      expect.objectContaining({ namespace: 'crm', name: 'accounts' }),
      expect.objectContaining({ namespace: 'lakehouse', name: 'order_lines' }),
    ]),
    outputs: [
      {
        namespace,
        facets: {
          columnLineage: {
            fields: {
              gross_margin: {
                inputFields: expect.arrayContaining([
                  { namespace: 'lakehouse', name: 'order_lines', field: 'revenue' },
                ]),
              },
            },
          },
        },
      },
    ],
  })
  const { cost } = (await entries())[1] as Extract<AuditEntry, { kind: 'call-ended' }>
  expect(complete).toMatchObject({ run: { ...Object(start).run, facets: { lakefront_cost: cost!.actual! } } })
})
