import { errorMetaKey } from '@lakefront/contract'
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as OlderTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callTool, connectClient } from '../testing/gatewayClient.ts'
import { startScriptedSource } from '../testing/startScriptedSource.ts'
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'

async function connectOlder(to: TestGateway) {
  const client = new OlderClient({ name: 'older', version: '1' })
  const requestInit = { headers: { authorization: `Bearer ${await to.token()}` } }
  await client.connect(new OlderTransport(new URL(to.served.url), { requestInit }) as never)
  return client
}

test.each(['auto', 'legacy'] as const)('behavior: the official client, %s', async (mode) => {
  const client = await connectClient(gateway, { mode })
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    'ask',
    'run_query',
    'estimate_query',
    'fetch_rows',
    'describe_catalog',
    'get_record',
    'search_records',
  ])
  expect(
    tools.every(({ annotations, outputSchema, title }) => annotations?.readOnlyHint && outputSchema && title),
  ).toBe(true)
  const { output, events, text } = await callTool(client, 'ask', { question })
  expect(output.status).toBe('answered')
  expect(events[0]?.type).toBe('answer-start')
  expect(text).toContain('| Account |')
  await client.close()
})

test('behavior: a client that knows nothing of our events reads sentences', async () => {
  const client = await connectClient(gateway, { events: false })
  const { events, messages } = await callTool(client, 'ask', { question })
  expect(events).toEqual([])
  expect(messages.some((message) => message.startsWith('CRM: '))).toBe(true)
  await client.close()
})

test('behavior: the client of the years before lists, asks, and reads errors', async () => {
  const client = await connectOlder(gateway)
  expect((await client.listTools()).tools).toHaveLength(7)
  const answer = await client.callTool({ name: 'ask', arguments: { question } })
  expect(answer.structuredContent).toMatchObject({ status: 'answered' })
  const refused = await client.callTool({ name: 'run_query', arguments: { source: 'crm', sql: 'drop table accounts' } })
  expect(refused).toMatchObject({ isError: true, _meta: { [errorMetaKey]: { error: { code: 'statement-refused' } } } })
  await client.close()
})

/** A source whose statements never end by themselves, and the moment one was stopped. */
async function startEndlessSource() {
  const { promise: stopped, resolve } = Promise.withResolvers<void>()
  const { promise: started, resolve: start } = Promise.withResolvers<void>()
  const source = await startScriptedSource((_sql, signal) => {
    start()
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        resolve()
        reject(signal.reason)
      })
    })
  })
  return { source, started, stopped }
}

test.each(['2026', '2025'] as const)(
  'behavior: cancelling stops the statement at the source, revision %s',
  async (revision) => {
    const { source, started, stopped } = await startEndlessSource()
    const endless = await startTestGateway({
      sources: { erp: { mcp: { url: source.url }, dialect: 'sqlite' } },
      views: [],
      entities: {},
      prices: undefined,
    })
    const controller = new AbortController()
    const request = { name: 'run_query', arguments: { source: 'erp', sql: 'select 1 as one' } }
    const options = { signal: controller.signal }
    const newer = await connectClient(endless)
    const older = await connectOlder(endless)
    const call = revision === '2026' ? newer.callTool(request, options) : older.callTool(request, undefined, options)
    await started
    controller.abort()
    await expect(call).rejects.toThrow()
    await stopped
    await Promise.all([newer.close(), older.close()])
    await endless.close()
    await source.close()
  },
)
