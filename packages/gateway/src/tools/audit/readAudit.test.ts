import { randomUUID } from 'node:crypto'
import { auditCallSchema, toolSchemas } from '@lakefront/contract/schemas'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../store/openStore.ts'
import { callTool, connectClient } from '../../testing/gatewayClient.ts'
import { startTestGateway, type TestGateway } from '../../testing/startTestGateway.ts'
import { makePostgres, type TestStore, testStores } from '../../testing/testStores.ts'

const secret = 'a secret for tests that is long enough'
const question = 'What is the lifetime gross margin by account for the Cleveland territory?'

describe.each(testStores)('%s', (_kind, make) => {
  let place: TestStore
  let gateway: TestGateway
  let tenants = 0
  beforeAll(async () => {
    place = await make()
    gateway = await startTestGateway({ store: place.config, audit: { secret, readers: ['auditor'] } })
  }, 60_000)
  afterAll(async () => {
    await gateway?.close()
    await place?.remove()
  })

  async function connect(options: { userId?: string; tenantId: string; agentId?: string; roles?: string[] }) {
    const client = await connectClient(gateway, options)
    onTestFinished(() => client.close())
    return client
  }

  test('default: an answer’s call, by its answerId, with all that is known of it', async () => {
    const client = await connect({ tenantId: `tenant ${++tenants}`, agentId: 'bot', roles: ['rep'] })
    const { output: answer } = await callTool(client, 'ask', { question })
    const { output, text } = await callTool(client, 'read_audit', { callId: answer.answerId })
    expect(toolSchemas.read_audit.output.parse(output)).toEqual(output)
    expect(output).toMatchObject({
      calls: [
        {
          callId: answer.answerId,
          tool: 'ask',
          userId: 'zoe',
          agentId: 'bot',
          roles: ['rep'],
          question,
          status: 'answered',
          errorCode: null,
          rowsShown: 3,
          cost: { pricesAsOf: '2026-11-01', actual: { costUsd: expect.any(Number) } },
          verdicts: { guard: 'allowed', budget: 'none' },
          approval: null,
          shownHash: expect.stringMatching(/^[\da-f]{64}$/),
          entries: [
            { sequence: 1, kind: 'call-started' },
            { sequence: 2, kind: 'call-ended' },
          ],
        },
      ],
      next: null,
      covers: 'user',
      chain: { length: 2, isWhole: true, firstBroken: null },
    })
    const [call] = output.calls
    expect(call?.statements.map(({ source, tables }) => [source, tables])).toEqual(
      expect.arrayContaining([
        ['crm', ['accounts']],
        ['lakehouse', ['order_lines']],
      ]),
    )
    expect(call?.lineage.find(({ column }) => column === 'gross_margin')?.from).toContain(
      'lakehouse.order_lines.revenue',
    )
    expect(Date.parse(call!.endedAt!)).toBeGreaterThanOrEqual(Date.parse(call!.startedAt))
    expect(text).toContain(`zoe: ${question} – answered`)
    expect(text).toContain('These entries are what was written, among 2.')
  }, 60_000)

  test('behavior: everybody sees their own, readers the tenant’s, nobody another tenant’s; who looked is on the record', async () => {
    const tenantId = `tenant ${++tenants}`
    const zoe = await connect({ tenantId })
    const raul = await connect({ tenantId, userId: 'raul' })
    const auditor = await connect({ tenantId, userId: 'ada', roles: ['auditor'] })
    const stranger = await connect({ tenantId: `${tenantId} too`, roles: ['auditor'] })
    const { output: answer } = await callTool(zoe, 'ask', { question: 'How many accounts?' })
    await callTool(raul, 'search_records', { entity: 'account', query: '' })

    const seen = async (client: typeof zoe, input: object = {}) => {
      const { output } = await callTool(client, 'read_audit', input)
      return { covers: output.covers, calls: output.calls.map(({ userId, tool }) => `${userId} ${tool}`) }
    }
    expect(await seen(zoe)).toEqual({ covers: 'user', calls: ['zoe ask'] })
    expect(await seen(raul)).toEqual({ covers: 'user', calls: ['raul search_records'] })
    for (const input of [{ callId: answer.answerId }, { userId: 'zoe' }]) {
      expect(await seen(raul, input)).toEqual({ covers: 'user', calls: [] })
      expect((await seen(stranger, input)).calls.filter((call) => call !== 'zoe read_audit')).toEqual([])
    }
    const everybody = ['raul search_records', 'zoe ask']
    expect(await seen(auditor)).toEqual({ covers: 'tenant', calls: everybody })
    expect(await seen(auditor, { userId: 'zoe' })).toEqual({ covers: 'tenant', calls: ['zoe ask'] })
    // One's own is no news, so it adds nothing; looking at others was, twice.
    expect(await seen(auditor, { userId: 'ada' })).toEqual({
      covers: 'user',
      calls: ['ada read_audit', 'ada read_audit'],
    })
  })

  test('behavior: found by person, tool, source, status and time; paged by where the last page ended', async () => {
    const tenantId = `tenant ${++tenants}`
    const client = await connect({ tenantId })
    await callTool(client, 'run_query', { source: 'crm', sql: 'select name from accounts' })
    await callTool(client, 'run_query', { source: 'lakehouse', sql: 'select * from order_lines' })
    await callTool(client, 'run_query', { source: 'crm', sql: 'delete from accounts' })
    await callTool(client, 'ask', { question: 'a backslash \\u0000 and \u0000 and a flurble' })
    const find = async (input: object) => (await callTool(client, 'read_audit', input)).output
    const all = (await find({})).calls
    expect(all.map(({ tool, status }) => `${tool} ${status}`)).toEqual([
      'ask clarification',
      'run_query failed',
      'run_query done',
      'run_query done',
    ])
    const ids = async (input: object) =>
      (await find(input)).calls.map((call) => all.findIndex(({ callId }) => callId === call.callId))
    expect(await ids({ tool: 'run_query' })).toEqual([1, 2, 3])
    expect(await ids({ source: 'lakehouse' })).toEqual([2])
    expect(await ids({ status: 'failed' })).toEqual([1])
    expect(await ids({ userId: 'zoe', tool: 'ask' })).toEqual([0])
    expect(await ids({ callId: all[2]!.callId })).toEqual([2])
    expect(await ids({ callId: randomUUID() })).toEqual([])
    expect(await ids({ tool: `x' or 'a' = 'a` })).toEqual([])
    const from = all[2]!.startedAt
    const to = all[0]!.startedAt
    expect(await ids({ from, to })).toEqual([1, 2].filter((at) => all[at]!.startedAt < to))
    expect(await ids({ to: '2026-01-01T00:00:00Z' })).toEqual([])

    const first = await find({ limit: 3 })
    expect(first.calls).toEqual(all.slice(0, 3))
    const rest = await find({ limit: 3, before: first.next! })
    expect([rest.calls, rest.next]).toEqual([all.slice(3), null])
  })

  test('behavior: while rows go on, and when they have ended', async () => {
    const client = await connect({ tenantId: `tenant ${++tenants}` })
    const sql = 'select a.* from range(200000) a (n)'
    const { output } = await callTool(client, 'run_query', { source: 'lakehouse', sql, pageSize: 1 })
    const call = async () => (await callTool(client, 'read_audit', {})).output.calls[0]!
    expect(await call()).toMatchObject({ status: 'done', statements: [{ status: 'running' }], entries: { length: 2 } })
    await callTool(client, 'fetch_rows', { handle: output.result.handle, offset: 199_999, limit: 10 })
    await expect.poll(async () => (await call()).entries.length).toBe(3)
    expect(await call()).toMatchObject({ statements: [{ status: 'done', rowsOut: 200_000 }] })
  })
})

test('behavior: what somebody changed in the store is told with the page, and the rest can still be read', async () => {
  const place = await makePostgres()
  const gateway = await startTestGateway({ store: place.config, audit: { secret } })
  const client = await connectClient(gateway)
  const store = await openStore(place.config)
  const tamper = (sql: string) =>
    store.transaction(async (transaction) => {
      await transaction.query('alter table lakefront.audit_entry disable trigger user')
      await transaction.query(sql)
      await transaction.query('alter table lakefront.audit_entry enable trigger user')
    })
  for (const word of ['one', 'two', 'three'])
    await callTool(client, 'search_records', { entity: 'account', query: word })
  const read = async (input: object = {}) => (await callTool(client, 'read_audit', input)).output
  expect((await read()).chain).toEqual({ length: 6, isWhole: true, firstBroken: null })

  const flip = (from: string, to: string) =>
    `update lakefront.audit_entry set entry = replace(entry, '${from}', '${to}') where sequence = 3`
  await tamper(flip('"zoe"', '"bob"'))
  const page = await read({ limit: 1 })
  expect(page.calls[0]?.entries[0]?.sequence).toBe(5)
  expect(page.chain).toMatchObject({ isWhole: true })
  const whole = await read({ before: 5 })
  expect(whole.chain.firstBroken).toEqual({ sequence: 3, message: 'its content does not match its hash' })
  await tamper(flip('"bob"', '"zoe"'))

  await tamper(flip('"caller"', '"callar"'))
  const some = await read()
  expect(some.calls.map((call) => auditCallSchema.safeParse(call).success)).toEqual([true, true])
  await tamper(flip('"callar"', '"caller"'))

  await tamper(`update lakefront.audit_entry set entry = '[' || substr(entry, 2) where sequence = 3`)
  expect((await read()).chain.firstBroken).toEqual({ sequence: 3, message: 'its content does not match its hash' })
  await tamper(`update lakefront.audit_entry set entry = '{' || substr(entry, 2) where sequence = 3`)
  expect((await read()).chain.firstBroken).toBeNull()

  await tamper('delete from lakefront.audit_entry where sequence in (3, 4)')
  expect((await read()).chain.firstBroken).toEqual({ sequence: 3, message: 'entry 3 is missing' })
  expect((await read({ limit: 1 })).chain.firstBroken).toEqual({ sequence: 4, message: 'entry 4 is missing' })
  await tamper('delete from lakefront.audit_entry where sequence > 4')
  expect((await read()).chain.firstBroken).toEqual({
    sequence: 3,
    message: 'the chain was signed up to entry 6, and ends elsewhere',
  })
  await client.close()
  await gateway.close()
  await store.close()
  await place.remove()
}, 60_000)

test('behavior: a gateway without an audit trail offers no reading of it', async () => {
  const gateway = await startTestGateway()
  const client = await connectClient(gateway)
  expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain('read_audit')
  expect((await callTool(client, 'read_audit', {})).error?.code).toBe('forbidden')
  await client.close()
  await gateway.close()
})
