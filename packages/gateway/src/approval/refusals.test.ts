import { randomUUID } from 'node:crypto'
import type { ApprovalRequest, AuditCall, ErrorCode } from '@lakefront/contract'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresHost } from '../postgresHost.ts'
import { openStore } from '../store/openStore.ts'
import type { Store } from '../store/port.ts'
import { dollarPrices } from '../testing/dollarPrices.ts'
import { callTool, connectClient } from '../testing/gatewayClient.ts'
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts'
import { makePostgres, type TestStore } from '../testing/testStores.ts'

// Whatever is wrong with an approval, of a read or of a write, it is refused by its code, nothing happens, and the refusal
// is on the record.

type McpClient = Awaited<ReturnType<typeof connectClient>>
type Clients = Record<'dana' | 'sam' | 'mona' | 'stranger' | 'bot', McpClient>

const sql = 'select * from order_lines'

let place: TestStore
let records: TestStore
let owner: postgres.Sql
let store: Store
let gateway: TestGateway
let clients: Clients
beforeAll(async () => {
  place = await makePostgres()
  records = await makePostgres()
  const { url } = records.config as { url: string }
  owner = postgres(url, { ...postgresHost(url), max: 1, onnotice: () => undefined })
  await owner`create table deal (id bigint primary key, name text not null, stage text not null)`
  await owner`insert into deal values (1, 'Pumps', 'New')`
  store = await openStore(place.config)
  gateway = await startTestGateway((config) => ({
    ...config,
    sources: { ...config.sources, shop: { postgres: { url, writerUrl: url } } },
    prices: { ...dollarPrices, usdPerTebibyteScanned: { ...dollarPrices.usdPerTebibyteScanned, shop: 0 } },
    store: place.config,
    budgets: { caps: [{ scope: 'user', period: 'query', capUsd: 5, confirmAboveUsd: 0.5 }] },
    approvals: { approvers: { roles: ['manager'], fourEyes: true } },
    audit: { secret: 'a secret of the audit trail that is long enough', readers: ['manager'] },
    writes: {
      deal: {
        ...{ title: 'Deal', source: 'shop', table: 'deal', keyColumn: 'id', labelColumn: 'name' },
        columns: [{ name: 'stage' }],
      },
    },
  }))
  const as = (userId: string, roles: string[], more: object = {}) => connectClient(gateway, { userId, roles, ...more })
  clients = {
    dana: await as('dana', ['sales']),
    sam: await as('sam', ['sales']),
    mona: await as('mona', ['manager']),
    stranger: await as('dana', ['manager'], { tenantId: 'elsewhere' }),
    bot: await as('dana', ['sales'], { agentId: 'bot' }),
  }
}, 90_000)
afterAll(async () => {
  await Promise.all(Object.values(clients ?? {}).map((client) => client.close()))
  await gateway?.close()
  await store?.close()
  await owner?.end()
  await Promise.all([place?.remove(), records?.remove()])
})

/** The last call of a tool on the record of a tenant. */
async function lastCall(tool: string, client: McpClient): Promise<AuditCall> {
  const { output } = await callTool(client, 'read_audit', { tool, limit: 1 })
  return output.calls[0]!
}

const decideAs = (client: McpClient, { requestId, shownHash }: ApprovalRequest, decision: string, more: object = {}) =>
  callTool(client, 'decide_approval', { requestId, shownHash, decision, ...more } as never)
const expire = ({ requestId }: ApprovalRequest) =>
  store.query(`update lakefront.approval_request set expires_at = now() - interval '1 second' where id = $1`, [
    requestId,
  ])

describe('reads', () => {
  const run = (client: McpClient, more: object = {}) =>
    callTool(client, 'run_query', { source: 'lakehouse', sql, ...more })

  /** A request of Dana's for a statement that nobody has asked for before. */
  async function request(isApproved = true) {
    const own = `${sql} -- ${randomUUID()}`
    const approval = (await run(clients.dana, { sql: own })).error!.approval!
    if (isApproved) await decideAs(clients.mona, approval, 'approve')
    return { approval, input: { sql: own, approvalId: approval.requestId } }
  }

  type Case = [name: string, code: ErrorCode, refused: () => Promise<{ client: McpClient; input: object }>]
  test.each<Case>([
    ['forged', 'unknown-request', async () => ({ client: clients.dana, input: { approvalId: randomUUID() } })],
    [
      'not decided yet',
      'approval-required',
      async () => ({ client: clients.dana, input: (await request(false)).input }),
    ],
    [
      'replayed',
      'approval-closed',
      async () => {
        const { input } = await request()
        expect((await run(clients.dana, input)).error).toBeUndefined()
        return { client: clients.dana, input }
      },
    ],
    ['of another person', 'forbidden', async () => ({ client: clients.sam, input: (await request()).input })],
    [
      'of the same person, used by an agent',
      'forbidden',
      async () => ({ client: clients.bot, input: (await request()).input }),
    ],
    [
      'of another tenant',
      'unknown-request',
      async () => ({ client: clients.stranger, input: (await request()).input }),
    ],
    [
      'expired',
      'approval-closed',
      async () => {
        const { approval, input } = await request()
        await expire(approval)
        return { client: clients.dana, input }
      },
    ],
    [
      'rejected',
      'approval-closed',
      async () => {
        const { approval, input } = await request(false)
        await decideAs(clients.mona, approval, 'reject', { reason: 'Too much.' })
        return { client: clients.dana, input }
      },
    ],
    [
      'withdrawn',
      'approval-closed',
      async () => {
        const { approval, input } = await request()
        await decideAs(clients.dana, approval, 'withdraw')
        return { client: clients.dana, input }
      },
    ],
    [
      'for another statement',
      'approval-required',
      async () => {
        const { input } = await request()
        return { client: clients.dana, input: { ...input, sql: 'select account_id, revenue, cost from order_lines' } }
      },
    ],
    [
      'of a write',
      'invalid-input',
      async () => {
        const wish = { entity: 'deal', id: '1', values: { stage: randomUUID() } }
        const { output } = await callTool(clients.dana, 'update_record', wish)
        return { client: clients.dana, input: { approvalId: output.request.requestId } }
      },
    ],
    [
      'whose shown text was changed in the store',
      'forbidden',
      async () => {
        const { approval, input } = await request()
        await store.query(
          `update lakefront.approval_request set shown = replace(shown, 'Read about', 'Glance at') where id = $1`,
          [approval.requestId],
        )
        return { client: clients.dana, input }
      },
    ],
  ])('behavior: an approval %s is refused with %s, and that is on the record', async (_name, code, refused) => {
    const { client, input } = await refused()
    const { error, output } = await run(client, input)
    expect(error).toMatchObject({ code })
    expect(output.result).toBeUndefined()
    const call = await lastCall('run_query', client)
    expect(call).toMatchObject({ status: 'failed', errorCode: code, statements: [] })
  })

  test('default: what ran by an approval has the request and who agreed on its record', async () => {
    const { approval, input } = await request()
    await run(clients.dana, input)
    const { requestId, shownHash } = approval
    expect(await lastCall('run_query', clients.mona)).toMatchObject({
      status: 'done',
      statements: [{ source: 'lakehouse' }],
      approval: { requestId, shownHash, state: 'done', decisions: [{ userId: 'mona', decision: 'approve' }] },
    })
  })
})

describe('writes', () => {
  async function request() {
    const wish = { entity: 'deal', id: '1', values: { stage: randomUUID() } }
    return (await callTool(clients.dana, 'update_record', wish)).output.request
  }
  const stage = async () => (await owner`select stage from deal where id = 1`)[0]?.stage

  type Case = [name: string, code: ErrorCode, refused: () => Promise<{ client: McpClient; request: ApprovalRequest }>]
  test.each<Case>([
    [
      'of a request that was made up',
      'unknown-request',
      async () => ({ client: clients.mona, request: { ...(await request()), requestId: randomUUID() } }),
    ],
    ['of another tenant', 'unknown-request', async () => ({ client: clients.stranger, request: await request() })],
    ['by somebody without the role', 'forbidden', async () => ({ client: clients.sam, request: await request() })],
    ['by whoever asked', 'forbidden', async () => ({ client: clients.dana, request: await request() })],
    [
      'that was given before',
      'approval-closed',
      async () => {
        const known = await request()
        await decideAs(clients.mona, known, 'approve')
        return { client: clients.mona, request: known }
      },
    ],
    [
      'after its time',
      'approval-closed',
      async () => {
        const known = await request()
        await expire(known)
        return { client: clients.mona, request: known }
      },
    ],
    [
      'of what was not shown',
      'invalid-input',
      async () => ({ client: clients.mona, request: { ...(await request()), shownHash: 'f'.repeat(64) } }),
    ],
  ])('behavior: an approval %s is refused with %s, and that is on the record', async (_name, code, refused) => {
    const { client, request: known } = await refused()
    const before = await stage()
    expect((await decideAs(client, known, 'approve')).error?.code).toBe(code)
    expect(await stage()).toBe(before)
    const call = await lastCall('decide_approval', client)
    expect(call).toMatchObject({ status: 'failed', errorCode: code })
  })
})
