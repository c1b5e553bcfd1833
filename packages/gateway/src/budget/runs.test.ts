import { expect, test } from 'vitest'
import type { BudgetConfig, LakefrontConfig } from '../config/types.ts'
import { fromLedgerText } from '../cost/money.ts'
import { dollarPrices } from '../testing/dollarPrices.ts'
import { callTool } from '../testing/gatewayClient.ts'
import { openOwnGateway } from '../testing/ownGateway.ts'
import { startScriptedSource } from '../testing/startScriptedSource.ts'
import { openSuiteStore } from '../testing/suiteStore.ts'
import { makePostgres } from '../testing/testStores.ts'

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'
const sql = 'select * from order_lines'

const store = openSuiteStore()

/** A gateway with budgets on the store of this file, and a client of a tenant that no other test knows. */
async function open(budgets: BudgetConfig, overrides: Partial<LakefrontConfig> = {}) {
  const own = await openOwnGateway({ store: store.config, budgets, prices: dollarPrices, ...overrides })
  return { ...own, client: await own.connect() }
}

const perDay = (capUsd: number): BudgetConfig => ({ caps: [{ scope: 'user', period: 'day', capUsd }] })

/** What is reserved and spent by the tenant, in millionths of a dollar. */
async function ledgerOf(tenantId: string) {
  const [row] = await store.query<{ reserved: string; spent: string }>(
    `select reserved, spent from lakefront.budget_account where tenant_id = $1 and scope = 'tenant' and period = 'month'`,
    [tenantId],
  )
  return row && { reserved: Number(fromLedgerText(row.reserved)), spent: Number(fromLedgerText(row.spent)) }
}

test('default: a query runs and is settled on what it cost', async () => {
  const { client, tenantId } = await open(perDay(10))
  const { output } = await callTool(client, 'run_query', { source: 'lakehouse', sql })
  expect(output.result.rowCount).toBe(5)
  await expect.poll(() => ledgerOf(tenantId)).toEqual({ reserved: 0, spent: 1_000_000 })
})

test('behavior: over the cap the answer says what is in the way, and nothing ran', async () => {
  const { client, tenantId } = await open(perDay(1.5))
  const { output: first } = await callTool(client, 'ask', { question })
  expect(first.status).toBe('answered')
  await expect.poll(() => ledgerOf(tenantId)).toEqual({ reserved: 0, spent: 1_000_000 })

  const { output, events } = await callTool(client, 'ask', { question })
  expect(output).toMatchObject({
    status: 'refused',
    cost: { estimate: { high: { costUsd: 1 } }, actual: null },
    error: {
      code: 'budget-exceeded',
      budget: { scope: 'user', period: 'day', capUsd: 1.5, spentUsd: 1, reservedUsd: 0, neededUsd: 1 },
    },
  })
  expect(output.text).toContain('could cost up to $1.00. Your budget for today is $1.50, of which $1.00 is spent.')
  expect(output.steps.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned'])
  expect(events.some(({ type }) => type === 'step-start')).toBe(false)

  const { error } = await callTool(client, 'run_query', { source: 'lakehouse', sql })
  expect(error).toMatchObject({ code: 'budget-exceeded', retryable: false, budget: { capUsd: 1.5 } })
  expect(await ledgerOf(tenantId)).toEqual({ reserved: 0, spent: 1_000_000 })
})

test('behavior: a cap that is nearly full is told beside the answer', async () => {
  const { client } = await open(perDay(1.2))
  const { output } = await callTool(client, 'ask', { question })
  expect(output.status).toBe('answered')
  expect(output.warnings).toContainEqual({
    code: 'budget-nearly-spent',
    message: expect.stringContaining('Your budget for today is $1.20'),
  })
})

test('behavior: a free source needs no budget', async () => {
  const { client } = await open(perDay(0))
  const { output } = await callTool(client, 'run_query', { source: 'crm', sql: 'select * from accounts' })
  expect(output.result.rowCount).toBe(5)
})

test('behavior: above the limit for a yes nothing runs by itself', async () => {
  const { client, tenantId } = await open({
    caps: [{ scope: 'user', period: 'query', capUsd: 5, confirmAboveUsd: 0.5 }],
  })
  const { error } = await callTool(client, 'run_query', { source: 'lakehouse', sql })
  expect(error).toMatchObject({ code: 'approval-required', budget: { period: 'query', resetsAt: null, neededUsd: 1 } })
  expect(await ledgerOf(tenantId)).toBeUndefined()
})

test('behavior: an agent has its own cap, whoever it acts for', async () => {
  const { connect } = await open({ caps: [{ scope: 'agent', id: 'bot', period: 'day', capUsd: 0.5 }] })
  const bot = await connect({ agentId: 'bot' })
  const { error } = await callTool(bot, 'run_query', { source: 'lakehouse', sql })
  expect(error).toMatchObject({ code: 'budget-exceeded', budget: { scope: 'agent' } })
})

test('behavior: a run that fails gives back what was set aside', async () => {
  const { gateway, client, tenantId } = await open(perDay(10))
  const { error } = await callTool(client, 'run_query', {
    source: 'lakehouse',
    sql: 'select no_such_column from order_lines',
  })
  expect(error).toBeDefined()
  await callTool(client, 'run_query', { source: 'lakehouse', sql })
  await expect.poll(() => ledgerOf(tenantId)).toEqual({ reserved: 0, spent: 1_000_000 })
  await gateway.stopSource('lakehouse')
  const { output } = await callTool(client, 'ask', { question })
  expect(['unavailable', 'refused']).toContain(output.status)
  await expect.poll(() => ledgerOf(tenantId)).toEqual({ reserved: 0, spent: 1_000_000 })
})

test.each([
  ['deny', 'cost-unknown', 0],
  ['approve', 'approval-required', 0],
  ['allow', undefined, 1],
] as const)('parameters: unknownCost %s', async (unknownCost, code, runs) => {
  let executed = 0
  const silent = await startScriptedSource(async () => {
    executed++
    return { content: [{ type: 'text', text: '{"columns":["one"],"rows":[[1]]}' }] }
  })
  const sources = { erp: { mcp: { url: silent.url }, dialect: 'sqlite' as const } }
  const { client } = await open({ ...perDay(10), unknownCost }, { sources, views: [], entities: {}, prices: undefined })
  const { error } = await callTool(client, 'run_query', { source: 'erp', sql: 'select 1 as one' })
  await silent.close()
  expect([error?.code, executed]).toEqual([code, runs])
})

test('behavior: a store that is away stops what would have to be counted, and only that', async () => {
  const away = await makePostgres()
  const { client } = await open(perDay(10), { store: away.config })
  await away.remove()
  const { error } = await callTool(client, 'run_query', { source: 'lakehouse', sql })
  expect(error).toMatchObject({ code: 'store-unavailable', retryable: true })
  const { output } = await callTool(client, 'search_records', { entity: 'account', query: '' })
  expect(output.total).toBe(5)
}, 60_000)
