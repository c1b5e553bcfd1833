import { randomUUID } from 'node:crypto'
import type { Answer, ApprovalRequest } from '@lakefront/contract'
import { answerSchema, approvalRequestSchema } from '@lakefront/contract/schemas'
import type { CallToolResult } from '@modelcontextprotocol/server'
import { expect, onTestFinished, test } from 'vitest'
import type { LakefrontConfig } from '../../config/types.ts'
import { dollarPrices } from '../../testing/dollarPrices.ts'
import { callTool } from '../../testing/gatewayClient.ts'
import { openOwnGateway } from '../../testing/ownGateway.ts'
import { startScriptedSource } from '../../testing/startScriptedSource.ts'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { hashShown } from '../requests/hashShown.ts'

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'
const sql = 'select * from order_lines'
const budgets = { caps: [{ scope: 'user', period: 'query', capUsd: 5, confirmAboveUsd: 0.5 }] } as const
const approvals = { approvers: { roles: ['manager'], fourEyes: true } }

const store = openSuiteStore()

/** A gateway that asks before anything costs half a dollar, with clients of a tenant that no other test knows. */
async function open(overrides: Partial<LakefrontConfig> = {}) {
  const config = { store: store.config, budgets, prices: dollarPrices, approvals, ...overrides }
  const { tenantId, connect } = await openOwnGateway(config)
  const dana = await connect({ userId: 'dana', roles: ['sales'] })
  const mona = await connect({ userId: 'mona', roles: ['manager'] })
  const decide = async (request: ApprovalRequest | undefined, decision: string, more: object = {}, client = mona) => {
    const { requestId, shownHash } = request!
    return callTool(client, 'decide_approval', { requestId, shownHash, decision, ...more } as never)
  }
  const query = (more: object = {}, client = dana) =>
    callTool(client, 'run_query', { source: 'lakehouse', sql, ...more })
  const ask = (more: object = {}) => callTool(dana, 'ask', { question, ...more })
  const stateOf = async ({ requestId }: ApprovalRequest) =>
    (await callTool(dana, 'list_approvals', { requestIds: [requestId] })).output.requests[0]?.state
  return { tenantId, dana, mona, decide, query, ask, stateOf }
}

/** Millionths of a dollar that the tenant's runs have cost. */
async function spentBy(tenantId: string): Promise<number> {
  const [row] = await store.query<{ spent: string }>(
    `select coalesce(sum(spent), 0)::text as spent from lakefront.budget_reservation where tenant_id = $1`,
    [tenantId],
  )
  return Number(row!.spent)
}

/** Makes it as if a request had been approved when it cost less. */
async function cheapen(tenantId: string, { requestId, shown }: ApprovalRequest) {
  const estimate = { ...shown.estimate!, high: { bytesScanned: 100, costUsd: 0.4 } }
  const { text, hash } = hashShown({ ...shown, estimate })
  await store.query(
    'update lakefront.approval_request set shown = $1, shown_hash = $2 where tenant_id = $3 and id = $4',
    [...[text, hash], ...[tenantId, requestId]],
  )
}

test('default: a question waits for a yes, and runs by it once', async () => {
  const { ask, decide, mona, stateOf, tenantId } = await open()
  const { output, events, text } = await ask()
  expect(answerSchema.parse(output)).toEqual(output)
  expect(output).toMatchObject({ status: 'approval-required', cost: { estimate: { high: { costUsd: 1 } } } })
  expect(output.steps.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned'])
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['plan-ready', 'approval-requested']))
  expect(events.some(({ type }) => type === 'step-start')).toBe(false)
  expect(text).toContain('Manager has to agree first. Nothing was run.')

  const { approval } = output
  expect(approval).toMatchObject({
    state: 'pending',
    shown: {
      tool: 'ask',
      title: 'Read about 201 bytes at the Lakehouse for up to $1.00',
      effectClass: 'costly-read',
      question,
      estimate: output.cost.estimate,
      pricesAsOf: '2026-11-01',
      tables: expect.arrayContaining(['lakehouse.order_lines', 'crm.accounts']),
      people: 0,
    },
    because: expect.arrayContaining(['It would go over what may be spent for one query without asking.']),
    mayDo: ['withdraw'],
  })
  const [listed] = (await callTool(mona, 'list_approvals', { which: 'open' })).output.requests
  expect(listed).toMatchObject({
    requestId: approval!.requestId,
    mayDo: expect.arrayContaining(['approve', 'ask', 'edit']),
  })
  const { output: decided, text: told } = await decide(listed, 'approve')
  expect(decided).toMatchObject({ status: 'accepted', request: { state: 'approved' } })
  expect(told).toContain('calls again with approvalId')
  expect(await spentBy(tenantId)).toBe(0)

  const { output: answer } = await ask({ approvalId: approval!.requestId })
  expect(answer).toMatchObject({ status: 'answered', result: { rowCount: 3 } })
  expect(await stateOf(approval!)).toBe('done')
  await expect.poll(() => spentBy(tenantId)).toBe(1)
})

test('behavior: asked for again while it waits it is one request; another statement is another', async () => {
  const { query, ask } = await open()
  const all = await Promise.all([query(), query(), ask(), query({ sql: `${sql} limit 1` })])
  const ids = all.map(({ error, output }) => (error?.approval ?? (output as Answer).approval)!.requestId)
  expect(ids[0]).toBe(ids[1])
  expect(new Set(ids).size).toBe(3)
  for (const { error } of [all[0]!, all[3]!]) {
    expect(error).toMatchObject({ code: 'approval-required', budget: { period: 'query' } })
    expect(approvalRequestSchema.parse(error!.approval)).toEqual(error!.approval)
  }
})

test('behavior: of ten runs by one approval at once, one runs', async () => {
  const { query, decide, stateOf, tenantId } = await open()
  const approval = (await query()).error!.approval!
  await decide(approval, 'approve')
  const all = await Promise.all(Array.from({ length: 10 }, () => query({ approvalId: approval.requestId })))
  const codes = all.map(({ error }) => error?.code)
  expect(codes.filter((code) => code === undefined)).toHaveLength(1)
  expect(codes.filter((code) => code === 'approval-closed')).toHaveLength(9)
  expect(await stateOf(approval)).toBe('done')
  await expect.poll(() => spentBy(tenantId)).toBe(1)
})

test('behavior: a source that fails before its first row gives the approval back', async () => {
  let isDown = true
  const rows = '{"columns":["one"],"rows":[[1]]}'
  const fragile = await startScriptedSource(async (): Promise<CallToolResult> => {
    return isDown
      ? { isError: true, content: [{ type: 'text', text: 'no such table' }] }
      : { content: [{ type: 'text', text: rows }] }
  })
  onTestFinished(fragile.close)
  const sources = { erp: { mcp: { url: fragile.url }, dialect: 'sqlite' as const } }
  const config = { sources, views: [], entities: {}, prices: undefined }
  const { query, decide, stateOf } = await open({ ...config, budgets: { ...budgets, unknownCost: 'approve' } })
  const one = { source: 'erp', sql: 'select 1 as one' }
  const approval = (await query(one)).error!.approval!
  expect(approval.because[0]).toBe('Nobody can tell what it costs.')
  await decide(approval, 'approve')
  const again = { ...one, approvalId: approval.requestId }
  expect((await query(again)).error?.code).toBe('statement-failed')
  expect(await stateOf(approval)).toBe('approved')
  isDown = false
  expect((await query(again)).output.result.rowCount).toBe(1)
  expect(await stateOf(approval)).toBe('done')
})

test('behavior: what a level lets run by itself has not run where it fails, also if only its columns are wanted', async () => {
  const { query, tenantId } = await open({ approvals: { ...approvals, level: 'autonomous' } })
  const failing = await query({ sql: `select error('too late') from order_lines`, pageSize: 0 })
  expect(failing.error?.code).toBe('statement-failed')
  const states = 'select state from lakefront.approval_request where tenant_id = $1'
  expect(await store.query(states, [tenantId])).toEqual([{ state: 'failed' }])
  await expect.poll(() => spentBy(tenantId)).toBe(0)
})

test('behavior: an edited statement is shown with its cost, decided anew, and is what runs', async () => {
  const { query, decide, stateOf } = await open()
  const approval = (await query()).error!.approval!
  const cheaper = 'select count(*) as count from order_lines'
  const refused = await decide(approval, 'edit', { values: { sql: 'delete from order_lines' } })
  expect(refused.error?.code).toBe('statement-refused')
  const edited = (await decide(approval, 'edit', { values: { sql: cheaper } })).output.request
  expect(edited).toMatchObject({
    state: 'pending',
    shown: { statements: [{ sql: cheaper }], estimate: { high: { costUsd: expect.any(Number) } } },
    requestedBy: { userId: 'dana' },
    because: ['It was edited by mona.', 'At the level “propose” every effect is asked for.'],
  })
  expect(edited.shownHash).not.toBe(approval.shownHash)
  expect(await stateOf(approval)).toBe('replaced')
  expect((await query({ approvalId: approval.requestId })).error?.code).toBe('approval-closed')
  expect((await query({ approvalId: edited.requestId })).error?.code).toBe('approval-required')
  await decide(edited, 'approve')
  const { output } = await query({ approvalId: edited.requestId })
  expect(output).toMatchObject({ step: { sql: cheaper }, result: { rows: [['5']] } })
})

test('behavior: what is always allowed runs by itself from then on, and no more than that', async () => {
  const { query, decide, mona, stateOf } = await open()
  const approval = (await query()).error!.approval!
  const [listed] = (await callTool(mona, 'list_approvals', { requestIds: [approval.requestId] })).output.requests
  await decide(listed, 'approve', { alwaysAllow: listed!.grantCovers })
  expect(await stateOf(approval)).toBe('approved')
  expect((await query()).error?.code).toBe('approval-required')
  expect((await query({ approvalId: approval.requestId })).error).toBeUndefined()
  expect((await query()).error).toBeUndefined()
  expect((await query({ sql: 'select account_id, revenue, cost from order_lines' })).error?.code).toBe(
    'approval-required',
  )
})

test('behavior: an edited question is planned and shown with its cost, decided anew, and is what is answered', async () => {
  const { ask, decide, stateOf, dana, tenantId } = await open()
  const { approval } = (await ask()).output
  const narrower = 'gross margin by territory'
  const edited = (await decide(approval, 'edit', { values: { question: narrower } })).output.request
  expect(edited).toMatchObject({
    state: 'pending',
    shown: { question: narrower, estimate: { high: { costUsd: 1 } }, pricesAsOf: '2026-11-01' },
    requestedBy: { userId: 'dana' },
    because: ['It was edited by mona.', 'At the level “propose” every effect is asked for.'],
  })
  expect(edited.shown.statements).not.toEqual(approval!.shown.statements)
  expect(edited.shownHash).not.toBe(approval!.shownHash)
  expect(await stateOf(approval!)).toBe('replaced')
  // Asked for again it is the edited one that waits, and nothing of the first can be used.
  expect((await ask()).output).toMatchObject({ status: 'approval-required', approval: { requestId: edited.requestId } })
  expect((await ask({ approvalId: approval!.requestId })).output.error?.code).toBe('approval-closed')
  expect(await spentBy(tenantId)).toBe(0)

  await decide(edited, 'approve')
  const { output } = await ask({ approvalId: edited.requestId, context: { entity: 'account', id: '1' } })
  expect(output).toMatchObject({
    status: 'answered',
    question: narrower,
    result: { rowCount: 2 },
    warnings: [{ code: 'question-edited', message: expect.stringContaining(`“${narrower}”`) }],
  })
  expect(await stateOf(edited)).toBe('done')
  const period = { from: '2026-01-01', to: '2999-12-31' }
  const spending = async () => (await callTool(dana, 'report_spending', { by: 'question', ...period })).output.lines
  await expect.poll(spending).toMatchObject([{ label: narrower, spentUsd: 1 }])
})

test('behavior: an edited question that is edited again, and whose price has changed, is still what is answered', async () => {
  const { ask, decide, tenantId } = await open()
  const { approval } = (await ask()).output
  const once = (await decide(approval, 'edit', { values: { question: 'gross margin by territory' } })).output.request
  const twice = (await decide(once, 'edit', { values: { question: 'gross margin by account' } })).output.request
  await decide(twice, 'approve')
  await cheapen(tenantId, twice)
  const { output } = await ask({ approvalId: twice.requestId })
  expect(output).toMatchObject({
    status: 'approval-required',
    approval: { shown: { question: 'gross margin by account' } },
  })
  await decide(output.approval, 'approve')
  expect((await ask({ approvalId: output.approval!.requestId })).output).toMatchObject({
    status: 'answered',
    question: 'gross margin by account',
  })
})

test.each([
  ['nothing', { question: ' ' }, 'Say what is to be read instead, in values.question.'],
  ['itself', { question }, 'there is nothing to change'],
  ['a statement', { sql }, 'Say what is to be read instead, in values.question.'],
  ['words that nobody understands', { question: 'gross margin by flavour' }, 'flavour'],
  ['words that need the conversation', { question: 'by month' }, '“'],
])('behavior: a question is not edited into %s, and waits as it was', async (_name, values, told) => {
  const { ask, decide, stateOf } = await open()
  const { approval } = (await ask()).output
  const { error } = await decide(approval, 'edit', { values })
  expect(error).toMatchObject({ code: 'invalid-input', message: expect.stringContaining(told) })
  expect(await stateOf(approval!)).toBe('pending')
})

test('behavior: nothing is planned for somebody who may not edit, or what is decided', async () => {
  const { ask, decide, dana, stateOf } = await open()
  const { approval } = (await ask()).output
  // What could not be planned is not even looked at.
  const values = { question: 'gross margin by flavour' }
  expect((await decide(approval, 'edit', { values }, dana)).error?.code).toBe('forbidden')
  expect((await decide({ ...approval!, shownHash: 'another' }, 'edit', { values })).error?.message).toContain(
    'What was shown',
  )
  await decide(approval, 'reject')
  expect((await decide(approval, 'edit', { values })).error?.code).toBe('approval-closed')
  expect(await stateOf(approval!)).toBe('rejected')
})

test.each([
  ['denies', { verdict: 'deny', sources: ['crm'], reason: 'Nobody reads the CRM for money.' }, 'for money.'],
  [
    'leaves to others',
    { verdict: 'ask', sources: ['crm'], approvers: { roles: ['controller'] } },
    'No role may agree to all of it.',
  ],
] as const)('behavior: an edit is no way to what the policy %s', async (_name, rule, told) => {
  const { ask, decide, stateOf } = await open({ approvals: { ...approvals, rules: [rule] } })
  const { approval } = (await ask({ question: 'total revenue' })).output
  expect(approval).toMatchObject({ state: 'pending', approvers: { roles: ['manager'] } })
  const { error } = await decide(approval, 'edit', { values: { question: 'gross margin by territory' } })
  expect(error).toMatchObject({ code: 'forbidden', message: expect.stringContaining(told) })
  expect(await stateOf(approval!)).toBe('pending')
})

test('behavior: an approval of another question is not one of this', async () => {
  const { ask, decide } = await open()
  const { approval } = (await ask({ question: 'gross margin by territory' })).output
  await decide(approval, 'approve')
  const { output } = await ask({ approvalId: approval!.requestId })
  expect(output).toMatchObject({ status: 'approval-required', question, approval: { shown: { question } } })
  expect(output.approval!.requestId).not.toBe(approval!.requestId)
})

test('behavior: what costs more by now is asked for anew, and says so', async () => {
  const { query, decide, tenantId } = await open()
  const approval = (await query()).error!.approval!
  await decide(approval, 'approve')
  await cheapen(tenantId, approval)
  const { error } = await query({ approvalId: approval.requestId })
  expect(error).toMatchObject({ code: 'approval-required', approval: { state: 'pending' } })
  expect(error!.approval!.requestId).not.toBe(approval.requestId)
  expect(error!.message).toContain('It would cost more by now than what was approved.')
})

test('behavior: a yes does not lift the cap itself, and stays good', async () => {
  const { query, decide, stateOf } = await open({
    budgets: { caps: [{ scope: 'user', period: 'day', capUsd: 1.5, confirmAboveUsd: 0.5 }] },
  })
  const first = (await query()).error!.approval!
  const second = (await query({ sql: `${sql} ` })).error!.approval!
  await decide(first, 'approve')
  await decide(second, 'approve')
  expect((await query({ approvalId: first.requestId })).error).toBeUndefined()
  const { error } = await query({ sql: `${sql} `, approvalId: second.requestId })
  expect(error?.code).toBe('budget-exceeded')
  expect(await stateOf(second)).toBe('approved')
})

test.each([
  ['autonomous', { level: 'autonomous' }, undefined],
  ['limited, within', { level: 'limited', limits: { costUsdPerEffect: 2, costUsdPerDay: 2, rows: 1_000 } }, undefined],
  [
    'limited, over',
    { level: 'limited', limits: { costUsdPerEffect: 0.7, costUsdPerDay: 2, rows: 1_000 } },
    'approval-required',
  ],
  ['observe', { level: 'observe' }, 'approval-required'],
  [
    'a rule that denies',
    { rules: [{ verdict: 'deny', effects: ['costly-read'], reason: 'Not in December.' }] },
    'forbidden',
  ],
] as const)('parameters: %s', async (_name, policy, code) => {
  const { query, mona } = await open({ approvals: { ...approvals, ...policy } })
  expect((await query()).error?.code).toBe(code)
  const { requests } = (await callTool(mona, 'list_approvals', {})).output
  expect(requests.map(({ state }) => state)).toEqual(
    code === undefined ? ['done'] : code === 'forbidden' ? [] : ['pending'],
  )
})

test('behavior: a gateway that keeps nothing knows no approval', async () => {
  const { connect } = await openOwnGateway()
  const client = await connect()
  const input = { source: 'lakehouse', sql, approvalId: randomUUID() }
  expect((await callTool(client, 'run_query', input)).error?.code).toBe('unknown-request')
})

test.each([
  ['the CRM is forbidden, which bills nothing', 'deny', ['crm'], { status: 'failed', error: { code: 'forbidden' } }],
  ['only the lakehouse is allowed', 'allow', ['lakehouse'], { status: 'approval-required' }],
  ['both are allowed', 'allow', ['crm', 'lakehouse'], { status: 'answered' }],
] as const)(
  'behavior: rules are judged for every source of a question: %s',
  async (_name, verdict, sources, answer) => {
    const { ask } = await open({ approvals: { ...approvals, rules: [{ verdict, sources, effects: ['costly-read'] }] } })
    expect((await ask()).output).toMatchObject(answer)
  },
)
