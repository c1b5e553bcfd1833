import { expect, onTestFinished, test } from 'vitest'
import { toMicroUsd } from '../../cost/money.ts'
import { callTool, connectClient } from '../../testing/gatewayClient.ts'
import { startSuiteGateway } from '../../testing/suiteGateway.ts'
import { openSuiteStore } from '../../testing/suiteStore.ts'

/** Prices under which no statement costs a whole number of millionths. */
const prices = {
  asOf: '2026-11-01',
  usdPerTebibyteScanned: { lakehouse: 1.234567 * 1024 ** 3, crm: 0.777_777_7 * 1024 ** 3 },
}
const budgets = { caps: [{ scope: 'user' as const, period: 'day' as const, capUsd: 100 }] }
const patience = { timeout: 30_000 }
const streamed = 'select l.* from order_lines l, range(50000)'

const audit = { secret: 'a secret for tests that is long enough' }

const store = openSuiteStore()
const suite = startSuiteGateway(() => ({ store: store.config, audit, budgets, prices }))

let tenants = 0

async function connect() {
  const tenantId = `tenant ${++tenants}`
  const client = await connectClient(suite.gateway, { tenantId })
  onTestFinished(() => client.close())
  return { client, tenantId }
}

/** What the ledger has booked for each call, in millionths, once nothing is set aside any more. */
async function ledgerOf(tenantId: string): Promise<Record<string, number>> {
  const open = `select 1 from lakefront.budget_reservation where tenant_id = $1 and state = 'reserved'`
  await expect.poll(() => store.query(open, [tenantId]), patience).toEqual([])
  const rows = await store.query<{ call: string; micro: string }>(
    `select run.call_id as call, (sum(line.spent) * 1000000)::bigint::text as micro
    from lakefront.budget_spending line
    join lakefront.budget_reservation run on run.tenant_id = line.tenant_id and run.id = line.reservation_id
    where line.tenant_id = $1 and line.assumed = 0 group by run.call_id`,
    [tenantId],
  )
  return Object.fromEntries(rows.map(({ call, micro }) => [call, Number(micro)]))
}

const micro = (costUsd: number | null | undefined) => Number(toMicroUsd(costUsd ?? Number.NaN))

/** Reads a result to its end, as a page does. Answers what stands after its rows. */
async function readToTheEnd(url: string, tenantId: string) {
  const headers = { authorization: `Bearer ${await suite.gateway.token('zoe', tenantId)}` }
  const text = await (await fetch(new URL(url, suite.gateway.served.url), { headers })).text()
  return JSON.parse(text.slice(text.lastIndexOf('{"rowCount"')))
}

test('default: what a question with look-ups cost is the same in the answer, in the ledger and on the record', async () => {
  const { client, tenantId } = await connect()
  const { output } = await callTool(client, 'ask', { question: 'gross margin by account for the Cleveland territory' })
  expect(output.status).toBe('answered')
  const spent = micro(output.cost.actual?.costUsd)
  expect(spent).toBeGreaterThan(0)
  expect(await ledgerOf(tenantId)).toEqual({ [output.answerId]: spent })
  const { calls } = (await callTool(client, 'read_audit', { callId: output.answerId })).output
  expect(micro(calls[0]?.cost?.actual?.costUsd)).toBe(spent)
}, 60_000)

test.each([
  ['a record', 'get_record', { entity: 'account', id: '1' }],
  ['a search', 'search_records', { entity: 'account', query: 'great' }],
] as const)(
  'behavior: what %s cost, which says nothing of it, is in the ledger and on the record',
  async (_name, tool, input) => {
    const { client, tenantId } = await connect()
    expect((await callTool(client, tool, input)).error).toBeUndefined()
    const booked = await ledgerOf(tenantId)
    const [callId] = Object.keys(booked)
    expect(booked[callId!]).toBeGreaterThan(0)
    const { calls } = (await callTool(client, 'read_audit', { callId })).output
    expect(micro(calls[0]?.cost?.actual?.costUsd)).toBe(booked[callId!])
    const { estimate, pricesAsOf } = calls[0]!.cost!
    expect([estimate.confidence, pricesAsOf]).toEqual(['upper-bound', '2026-11-01'])
    expect(micro(estimate.high.costUsd)).toBeGreaterThanOrEqual(booked[callId!]!)
  },
)

test('behavior: so is what a statement cost whose rows stream on after its answer', async () => {
  const { client, tenantId } = await connect()
  const { output } = await callTool(client, 'run_query', { source: 'lakehouse', sql: streamed, pageSize: 1 })
  expect(output.cost.actual).toBeNull()
  const readCall = async () => (await callTool(client, 'read_audit', { tool: 'run_query' })).output.calls[0]!
  expect(await readCall()).toMatchObject({ cost: { actual: null }, statements: [{ status: 'running' }] })

  const end = await readToTheEnd(output.result.url, tenantId)
  expect(end).toMatchObject({ rowCount: 250_000, truncated: false })
  await expect.poll(async () => (await readCall()).entries.at(-1), patience).toMatchObject({ kind: 'rows-ended' })
  const { callId, cost, statements } = await readCall()
  expect(cost?.actual).toEqual(end.cost)
  expect(statements).toMatchObject([{ status: 'done', rowsOut: 250_000, bytesScanned: end.cost.bytesScanned }])
  expect(await ledgerOf(tenantId)).toEqual({ [callId]: micro(end.cost.costUsd) })
}, 60_000)

test('behavior: of rows that nobody reads to the end nobody knows what they cost, and it is not shown as nothing', async () => {
  const { client, tenantId } = await connect()
  const { output } = await callTool(client, 'run_query', { source: 'lakehouse', sql: streamed, pageSize: 1 })
  const headers = { authorization: `Bearer ${await suite.gateway.token('zoe', tenantId)}` }
  await fetch(new URL(output.result.url, suite.gateway.served.url), { method: 'DELETE', headers })
  const readCall = async () => (await callTool(client, 'read_audit', { tool: 'run_query' })).output.calls[0]!
  await expect.poll(async () => (await readCall()).entries.at(-1), patience).toMatchObject({ kind: 'rows-ended' })
  expect(await readCall()).toMatchObject({ cost: { actual: null }, statements: [{ status: 'left' }] })
  // The ledger has only what was set aside, which it says is assumed.
  expect(await ledgerOf(tenantId)).toEqual({})
}, 60_000)
