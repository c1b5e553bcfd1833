import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { LakefrontConfig } from '../config/types.ts'
import { createGateway } from '../createGateway.ts'
import { callTool, connectClient } from '../testing/gatewayClient.ts'
import { startCollector } from '../testing/startCollector.ts'
import { startScriptedSource } from '../testing/startScriptedSource.ts'
import { startTestGateway } from '../testing/startTestGateway.ts'
import { createTelemetry } from './otel/createTelemetry.ts'

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
/** Kinds and states as OTLP numbers them. */
const [server, client] = [2, 3]
const failed = 2

async function open(overrides: Partial<LakefrontConfig> = {}) {
  const collector = await startCollector()
  const telemetry = {
    otlp: { url: `${collector.url}/`, headers: { authorization: 'Api-Key 1' } },
    serviceName: 'crm gateway',
  }
  const gateway = await startTestGateway({ telemetry, ...overrides })
  const mcp = await connectClient(gateway, { agentId: 'bot' })
  let isClosed = false
  /** What is left goes out when the gateway closes. */
  async function close() {
    if (isClosed) return
    isClosed = true
    await mcp.close()
    await gateway.close()
    await collector.close()
  }
  onTestFinished(close)
  return { collector, gateway, mcp, close }
}

/** A tool call as any HTTP client could send it, which says in a header which trace it is in. */
function post(authorization: string, params: object, url = 'http://localhost/mcp'): Request {
  const accept = 'application/json, text/event-stream'
  const headers = { authorization, accept, 'content-type': 'application/json', traceparent }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/call', params })
  return new Request(url, { method: 'POST', headers, body })
}

test('default: a call, the statements that it sends, and how long and how much', async () => {
  const { collector, mcp, close } = await open()
  const { output } = await callTool(mcp, 'ask', { question })
  expect(output.status).toBe('answered')
  await close()
  expect(new Set(collector.requests.map(({ path }) => path))).toEqual(new Set(['/v1/metrics', '/v1/traces']))
  expect(new Set(collector.requests.map(({ authorization }) => authorization))).toEqual(new Set(['Api-Key 1']))
  expect(new Set(collector.services())).toEqual(new Set(['crm gateway']))

  const spans = collector.spans()
  const [call] = spans.filter(({ kind }) => kind === server)
  expect(call).toMatchObject({
    name: 'tools/call ask',
    parentSpanId: undefined,
    attributes: {
      'mcp.method.name': 'tools/call',
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'ask',
      'mcp.protocol.version': '2026-07-28',
      'network.transport': 'tcp',
      'jsonrpc.request.id': expect.any(String),
      'lakefront.call.id': output.answerId,
      'lakefront.tenant.id': 'erie',
      'lakefront.question': question,
      'lakefront.answer.status': 'answered',
    },
  })
  const statements = spans.filter(({ kind }) => kind === client)
  for (const { traceId, parentSpanId } of statements) {
    expect([traceId, parentSpanId]).toEqual([call!.traceId, call!.spanId])
  }
  const [lakehouse] = statements.filter(({ attributes }) => attributes['lakefront.source'] === 'lakehouse')
  expect(lakehouse).toMatchObject({
    name: 'SELECT order_lines',
    attributes: {
      'db.system.name': 'duckdb',
      'db.operation.name': 'SELECT',
      'db.query.summary': 'SELECT order_lines',
      'db.response.returned_rows': 3,
      'lakefront.statement.outcome': 'whole',
    },
  })
  expect(lakehouse?.attributes['db.query.text']).toMatch(/^SELECT .*order_lines/is)

  const points = collector.points()
  const [duration] = points.filter(({ name }) => name === 'mcp.server.operation.duration')
  expect(duration).toMatchObject({ unit: 's', count: 1, attributes: { 'gen_ai.tool.name': 'ask' } })
  expect(duration?.attributes).not.toHaveProperty('error.type')
  const ofLakehouse = points.filter(({ attributes }) => attributes['lakefront.source'] === 'lakehouse')
  expect(ofLakehouse.find(({ name }) => name === 'db.client.operation.duration')?.count).toBe(
    statements.filter(({ attributes }) => attributes['lakefront.source'] === 'lakehouse').length,
  )
  const total = (name: string) =>
    ofLakehouse.filter((point) => point.name === name).reduce((sum, point) => sum + point.sum, 0)
  const bytes = output.steps.filter(({ source }) => source === 'lakehouse').map(({ bytesScanned }) => bytesScanned)
  expect(total('lakefront.statement.bytes_scanned')).toBeGreaterThanOrEqual(bytes[0] ?? 0)
  // A statement costs whole millionths of a dollar.
  const microUsd = (total('lakefront.statement.bytes_scanned') / 1024 ** 4) * 6.25 * 1_000_000
  expect(total('lakefront.cost')).toBeCloseTo(Math.ceil(microUsd) / 1_000_000, 12)
})

test('behavior: no row, no value and no personal data leaves with it', async () => {
  const { collector, mcp, close } = await open()
  await callTool(mcp, 'ask', { question })
  await callTool(mcp, 'ask', { question: 'gross margin for zoe@example.com' })
  await callTool(mcp, 'run_query', {
    source: 'crm',
    sql: `select name from accounts where city = 'Parma' or id = 471104711047`,
  })
  await callTool(mcp, 'run_query', { source: 'crm', sql: `select cast('Parma' as integer) from accounts` })
  await callTool(mcp, 'search_records', { entity: 'account', query: 'Great Lakes' })
  await close()
  const text = collector.text()
  expect(text).toContain('gross margin for [#')
  for (const secret of [
    'Great Lakes',
    'Zoë',
    'Parma',
    'Lakewood',
    '140.15',
    '471104711047',
    'zoe@example.com',
    '<script',
  ]) {
    expect(text).not.toContain(secret)
  }
})

test('behavior: tokens that models took, and what they cost where that is known', async () => {
  const collector = await startCollector()
  onTestFinished(collector.close)
  const prices = { asOf: '2026-11-01', usdPerMillionTokens: { known: { input: 2, output: 10 } } }
  const telemetry = createTelemetry({ telemetry: { otlp: collector }, prices, onFault: expect.unreachable })
  telemetry.countTokens([
    { model: 'known', inputTokens: 500_000, outputTokens: 1_000 },
    { model: 'other', inputTokens: 7, outputTokens: 1 },
  ])
  await telemetry.close()
  const tokens = collector.points().filter(({ name }) => name === 'gen_ai.client.token.usage')
  expect(
    tokens.map(({ sum, attributes }) => [attributes['gen_ai.request.model'], attributes['gen_ai.token.type'], sum]),
  ).toEqual([
    ['known', 'input', 500_000],
    ['known', 'output', 1_000],
    ['other', 'input', 7],
    ['other', 'output', 1],
  ])
  expect(collector.points().filter(({ name }) => name === 'lakefront.cost')).toMatchObject([
    { sum: 1.01, attributes: { 'lakefront.source': 'model:known' } },
  ])
})

test('behavior: what fails says so, as the tool’s and not the protocol’s failure', async () => {
  const { collector, mcp, close, gateway } = await open()
  await callTool(mcp, 'run_query', { source: 'crm', sql: 'delete from accounts' })
  await gateway.stopSource('lakehouse')
  await callTool(mcp, 'run_query', { source: 'lakehouse', sql: 'select * from order_lines' })
  await close()
  const calls = collector.spans().filter(({ kind }) => kind === server)
  expect(
    calls.map(({ status, attributes }) => [status, attributes['error.type'], attributes['lakefront.error.code']]),
  ).toEqual([
    [failed, 'tool_error', 'statement-refused'],
    [failed, 'tool_error', 'source-unavailable'],
  ])
  const statement = collector.spans().find(({ kind }) => kind === client)
  expect([statement?.status, statement?.attributes['error.type']]).toEqual([failed, 'source-unavailable'])
  const durations = collector.points().filter(({ name }) => name === 'mcp.server.operation.duration')
  expect(durations.map(({ count, attributes }) => [count, attributes['error.type']])).toEqual([[2, 'tool_error']])
})

test('behavior: a call belongs to the trace that its message names, or else its request; the source hears of it', async () => {
  const heard: unknown[] = []
  const source = await startScriptedSource(async (_sql, _signal, meta) => {
    heard.push(meta?.traceparent)
    return { content: [{ type: 'text', text: '[{"one":1}]' }] }
  })
  onTestFinished(source.close)
  const sources = { erp: { mcp: { url: source.url }, dialect: 'sqlite' as const } }
  const { collector, gateway, mcp, close } = await open({ sources, views: [], entities: {}, prices: undefined })
  const call = { name: 'run_query', arguments: { source: 'erp', sql: 'select 1 as one' } }
  await mcp.callTool({ ...call, _meta: { traceparent } })
  const authorization = `Bearer ${await gateway.token()}`
  const send = async (params: object) => (await fetch(post(authorization, params, gateway.served.url))).text()
  await send(call)
  await send({ ...call, _meta: { traceparent: traceparent.replace(traceId, 'a'.repeat(32)) } })
  await mcp.callTool({ ...call, _meta: { traceparent: 'nonsense' } })
  await mcp.callTool({ ...call, _meta: { traceparent: traceparent.replace(/01$/, '00') } })
  await close()

  // Whoever began the last one does not want it sampled, and the source hears of that.
  expect(heard.pop()).toMatch(new RegExp(`^00-${traceId}-[\\da-f]{16}-00$`))
  const spans = collector.spans()
  const calls = spans.filter(({ kind }) => kind === server)
  expect(calls.map((span) => [span.traceId, span.parentSpanId])).toEqual([
    [traceId, '00f067aa0ba902b7'],
    [traceId, '00f067aa0ba902b7'],
    ['a'.repeat(32), '00f067aa0ba902b7'],
    [expect.not.stringContaining(traceId), undefined],
  ])
  expect(calls.map(({ links }) => links.map((link) => link.traceId))).toEqual([[], [], [traceId], []])
  const statements = spans.filter(({ kind }) => kind === client)
  expect(heard).toEqual(statements.map((span) => `00-${span.traceId}-${span.spanId}-01`))
})

test('behavior: rows that stream are told of until their last byte, and when their reader has left', async () => {
  const { collector, gateway } = await open()
  const other = await createGateway(gateway.config)
  const authorization = `Bearer ${await gateway.token()}`
  const sql = 'select a.* from range(400000) a (n)'
  const reply = await other.fetch(post(authorization, { name: 'run_query', arguments: { source: 'lakehouse', sql } }))
  const path = JSON.parse(/"url":("\/results[^"]+")/.exec(await reply.text())![1]!)
  const get = (place: string) =>
    other.fetch(new Request(new URL(place, 'http://localhost'), { headers: { authorization } }))
  const bytes = (await (await get(path)).arrayBuffer()).byteLength
  await (await get(path)).body!.cancel()
  expect((await get('/results/nothing')).status).toBe(404)
  await other.close()
  const streams = collector.spans().filter(({ name }) => name === 'GET /results/{handle}')
  expect(streams.map(({ status, attributes }) => [status === failed, attributes['lakefront.stream.outcome']])).toEqual([
    [false, 'whole'],
    [false, 'left'],
    [true, undefined],
  ])
  expect(streams[0]?.attributes).toMatchObject({ 'http.response.status_code': 200, 'http.response.body.size': bytes })
  expect(streams[2]?.attributes['error.type']).toBe('unknown-handle')
  expect(collector.text()).not.toContain(path.split('?')[0])
})

test('behavior: a backend that refuses or is gone costs no call anything, and is told of once for each', async () => {
  const collector = await startCollector({ status: 400 })
  const gateway = await startTestGateway()
  onTestFinished(gateway.close)
  onTestFinished(collector.close)
  for (const url of [collector.url, 'http://localhost:9']) {
    const faults: unknown[] = []
    const telemetry = { otlp: { url } }
    const other = await createGateway({ ...gateway.config, telemetry }, { onFault: (error) => faults.push(error) })
    const call = post(`Bearer ${await gateway.token()}`, { name: 'ask', arguments: { question } })
    expect(await (await other.fetch(call)).text()).toContain('answered')
    await other.close()
    // Once for traces, once for metrics.
    expect(faults.map(String)).toEqual(Array(2).fill('Error: Telemetry could not be sent.'))
  }
}, 30_000)

test.each([
  ['without', undefined, false],
  ['with', { otlp: { url: 'http://localhost:9' } }, true],
])('behavior: a gateway %s telemetry loads its packages only then', (_case, telemetry, isLoaded) => {
  const config = { sources: {}, authentication: { jwtSecret: 'a secret for tests that is long enough' }, telemetry }
  const index = fileURLToPath(new URL('../index.ts', import.meta.url))
  const script = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context) } })
    const { createGateway } = await import(${JSON.stringify(index)})
    const gateway = await createGateway(${JSON.stringify(config)}, { onFault: () => {} })
    console.log(loaded.length, loaded.filter((url) => url.includes('opentelemetry')).length)
    process.exit()`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const [all, ofTelemetry] = stdout.split(' ').map(Number)
  expect(all).toBeGreaterThan(100)
  expect(ofTelemetry! > 0).toBe(isLoaded)
})
