import { expect, test } from 'vitest'
import type { BudgetConfig, LakefrontConfig } from '../config/types.ts'
import { dollarPrices } from '../testing/dollarPrices.ts'
import { callTool } from '../testing/gatewayClient.ts'
import { openOwnGateway } from '../testing/ownGateway.ts'
import { openSuiteStore } from '../testing/suiteStore.ts'

/** At these prices a statement over the CRM's accounts costs a dollar too: their file has 211 bytes. */
const prices = {
  ...dollarPrices,
  usdPerTebibyteScanned: { ...dollarPrices.usdPerTebibyteScanned, crm: 1024 ** 4 / 211 },
}
const perDay = (capUsd: number): BudgetConfig => ({ caps: [{ scope: 'user', period: 'day', capUsd }] })
const november = { from: '2026-11-01', to: '2999-12-31' }

const store = openSuiteStore()

async function open(budgets: BudgetConfig, overrides: Partial<LakefrontConfig> = {}) {
  const own = await openOwnGateway({ store: store.config, budgets, prices, ...overrides })
  return { ...own, client: await own.connect() }
}

/** Every reservation of the tenant, in the order in which they were made. */
function reservationsOf(tenantId: string) {
  return store.query(
    `select tool, question, state, spent::float8 as spent from lakefront.budget_reservation
    where tenant_id = $1 order by reserved_at`,
    [tenantId],
  )
}

test('default: a search at a source that costs is held and settled', async () => {
  const { client, tenantId } = await open(perDay(10))
  const { output } = await callTool(client, 'search_records', { entity: 'account', query: 'great' })
  expect(output.total).toBe(1)
  await expect
    .poll(() => reservationsOf(tenantId))
    .toEqual([{ tool: 'search_records', question: null, state: 'settled', spent: 1 }])
})

test('behavior: whether a source is there is found out without anybody’s money', async () => {
  const { gateway, tenantId } = await open(perDay(0))
  const response = await fetch(new URL('/health', gateway.served.url))
  expect(await response.json()).toMatchObject({
    sources: { lakehouse: { status: 'available' }, crm: { status: 'available' } },
  })
  expect(await reservationsOf(tenantId)).toEqual([])
})

test('behavior: a search over the cap is refused, and nothing ran', async () => {
  const { client, tenantId } = await open(perDay(0.5))
  const { error } = await callTool(client, 'search_records', { entity: 'account', query: '' })
  expect(error).toMatchObject({ code: 'budget-exceeded', budget: { capUsd: 0.5, spentUsd: 0 } })
  expect(await reservationsOf(tenantId)).toEqual([])
})

test('behavior: of a record each section is held by itself, and the one too much says so', async () => {
  const { client, tenantId } = await open(perDay(1.5), {
    prices: dollarPrices,
  })
  const { output } = await callTool(client, 'get_record', { entity: 'account', id: '1' })
  const refused = output.sections.filter(({ status }) => status === 'failed')
  expect(output.label).toBe('Great Lakes Fastener & Supply')
  expect(refused).toMatchObject([{ source: 'lakehouse', error: { code: 'budget-exceeded', retryable: false } }])
  await expect.poll(() => reservationsOf(tenantId)).toMatchObject([{ tool: 'get_record', state: 'settled', spent: 1 }])
})

test('behavior: a question whose look-ups do not fit is refused with the cap, and crashes nothing', async () => {
  const { client, tenantId } = await open(perDay(0.5))
  const { output } = await callTool(client, 'ask', { question: 'gross margin by account for the Cleveland territory' })
  expect(output).toMatchObject({ status: 'refused', error: { code: 'budget-exceeded', budget: { capUsd: 0.5 } } })
  expect(output.text).toContain('Your budget for today is $0.50')
  expect(await reservationsOf(tenantId)).toEqual([])
})

test('behavior: look-ups and run of a question are held once each, and are one run in the report', async () => {
  const question = 'gross margin by account for the Cleveland territory, ask ann@example.com'
  const { client, tenantId } = await open(perDay(100))
  const { output } = await callTool(client, 'ask', { question: 'gross margin by account for the Cleveland territory' })
  expect(output.status).toBe('answered')
  await callTool(client, 'ask', { question })
  await expect
    .poll(async () => (await reservationsOf(tenantId)).filter(({ state }) => state === 'reserved'))
    .toEqual([])
  const all = await reservationsOf(tenantId)
  expect(new Set(all.map(({ tool }) => tool))).toEqual(new Set(['ask']))
  expect(JSON.stringify(all)).not.toContain('ann@example.com')
  const own = all.filter((each) => each.question === 'gross margin by account for the Cleveland territory')
  const spentUsd = own.reduce((sum, { spent }) => sum + Number(spent), 0)
  expect(own.length).toBeGreaterThan(1)
  // What the answer says is what the ledger has, look-ups and all.
  expect(output.cost.actual!.costUsd).toBeCloseTo(spentUsd, 9)
  expect(output.cost.estimate.high.costUsd).toBeCloseTo(spentUsd, 5)

  const { output: report } = await callTool(client, 'report_spending', { by: 'question', ...november })
  const line = report.lines.find(({ key }) => key === 'gross margin by account for the Cleveland territory')
  expect(line).toMatchObject({ runs: 1, spentUsd: expect.closeTo(spentUsd, 6) })
  const { output: bySource } = await callTool(client, 'report_spending', { by: 'source', ...november })
  expect(bySource).toMatchObject({ covers: 'user', total: report.total })
  expect(bySource.lines.map(({ label }) => label).toSorted()).toEqual(['CRM', 'Lakehouse'])
  const { output: budget } = await callTool(client, 'read_budget', {})
  expect(budget.caps).toMatchObject([{ period: 'day', spentUsd: report.total.spentUsd, reservedUsd: 0 }])
})

test('behavior: a day’s limit for a yes does not stop what finds out what the question means', async () => {
  const { client } = await open({
    caps: [{ scope: 'user', period: 'day', capUsd: 100, confirmAboveUsd: 0.5 }],
  })
  const { output } = await callTool(client, 'search_records', { entity: 'account', query: 'great' })
  expect(output.total).toBe(1)
})

const question = 'gross margin by account for the Cleveland territory'

/** Its run alone costs three dollars. */
async function askWith(budgets: BudgetConfig) {
  const { client } = await open(budgets)
  return (await callTool(client, 'ask', { question })).output
}

test.each([
  ['query', 'for one query'],
  ['day', 'in a day'],
  ['month', 'in a month'],
] as const)(
  'behavior: a question that goes over the %s’s limit for a yes by its look-ups is asked for',
  async (period, span) => {
    const { status, cost, approval } = await askWith({
      caps: [{ scope: 'user', period, capUsd: 100, confirmAboveUsd: 3.5 }],
    })
    expect(status).toBe('approval-required')
    expect(approval!.shown.estimate!.high.costUsd).toBeLessThan(3.5)
    expect(cost.estimate.high.costUsd).toBeGreaterThan(3.5)
    expect(approval!.because).toContain(`It would go over what may be spent ${span} without asking.`)
  },
)

test('behavior: a question that goes over what one query may cost by its look-ups is refused', async () => {
  const { status, error, text } = await askWith({ caps: [{ scope: 'user', period: 'query', capUsd: 3.5 }] })
  expect([status, error?.code]).toEqual(['refused', 'budget-exceeded'])
  const { period, spentUsd, neededUsd } = error!.budget!
  expect(period).toBe('query')
  expect(neededUsd).toBeLessThan(3.5)
  expect(spentUsd + neededUsd).toBeGreaterThan(3.5)
  expect(text).toContain(`of which looking up what it means has cost $${spentUsd.toFixed(2)}.`)
})

test('behavior: where nobody knows what a look-up costs, it does as the configuration says', async () => {
  const { client } = await open(
    { ...perDay(10), unknownCost: 'deny' },
    { prices: { asOf: '2026-11-01', usdPerTebibyteScanned: { lakehouse: 0 } } },
  )
  const { error } = await callTool(client, 'search_records', { entity: 'account', query: 'great' })
  expect(error).toMatchObject({ code: 'cost-unknown' })
  const { output } = await callTool(client, 'ask', { question: 'revenue for Xyzzyplugh' })
  expect(output.text).toContain('obody can tell what this would cost')
})

test('behavior: without budgets an answer tells of its look-ups too, and there are no reports', async () => {
  const { connect } = await openOwnGateway({ prices })
  const client = await connect()
  const { output } = await callTool(client, 'ask', { question: 'gross margin by account for the Cleveland territory' })
  const readBytes = output.steps.reduce((sum, { bytesScanned }) => sum + (bytesScanned ?? 0), 0)
  expect(output.cost.actual?.bytesScanned).toBeGreaterThan(readBytes)
  expect((await callTool(client, 'read_budget', {})).error).toMatchObject({ code: 'forbidden' })
})
