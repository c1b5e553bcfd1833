import { afterAll, beforeAll, expect, test } from 'vitest'
import { callTool, connectClient } from '../testing/gatewayClient.ts'
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway({ allowedOrigins: ['https://crm.example'] })
})
afterAll(() => gateway.close())

const envelope = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
}
const modern = { 'mcp-protocol-version': '2026-07-28' }

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(gateway.served.url, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${await gateway.token()}`,
      ...headers,
    },
  })
  const text = await response.text()
  const data = text.startsWith('{') ? text : text.replace(/^[\s\S]*?data: /, '').trim()
  return { status: response.status, headers: response.headers, body: JSON.parse(data) }
}

test('behavior: no token is answered before anything else is looked at', async () => {
  const { status, headers, body } = await post('{', { authorization: '' })
  expect(status).toBe(401)
  expect(headers.get('www-authenticate')).toBe('Bearer realm="lakefront"')
  expect(body).toEqual({
    error: { code: 'unauthenticated', message: 'This needs an access token.', retryable: false },
  })
})

test('behavior: a bad token is told apart from none', async () => {
  const { status, headers } = await post('{', { authorization: 'Bearer nonsense' })
  expect(status).toBe(401)
  expect(headers.get('www-authenticate')).toContain('error="invalid_token"')
})

test.each([
  ['text that is no JSON', '{', {}, 400, -32700],
  ['JSON that is no message', '{"jsonrpc":"2.0"}', {}, 400, -32600],
  ['an empty batch', '[]', {}, 400, -32600],
  ['another content type', '{}', { 'content-type': 'text/plain' }, 415, -32000],
  [
    'a revision of the past',
    { jsonrpc: '2.0', id: 1, method: 'tools/list' },
    { 'mcp-protocol-version': '1999-01-01' },
    400,
    -32000,
  ],
  [
    'a revision of the future',
    {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/list',
      params: { _meta: { ...envelope, 'io.modelcontextprotocol/protocolVersion': '2031-01-01' } },
    },
    { 'mcp-protocol-version': '2031-01-01', 'mcp-method': 'tools/list' },
    400,
    -32022,
  ],
  [
    'headers that say another method than the body',
    { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: envelope } },
    { ...modern, 'mcp-method': 'tools/call' },
    400,
    -32020,
  ],
  [
    'an unknown method',
    { jsonrpc: '2.0', id: 1, method: 'rows/steal', params: { _meta: envelope } },
    { ...modern, 'mcp-method': 'rows/steal' },
    404,
    -32601,
  ],
  ['an unknown method, from an older peer', { jsonrpc: '2.0', id: 1, method: 'rows/steal' }, {}, 200, -32601],
  [
    'an unknown tool',
    { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'drop_table', arguments: {}, _meta: envelope } },
    { ...modern, 'mcp-method': 'tools/call', 'mcp-name': 'drop_table' },
    200,
    -32602,
  ],
])('behavior: refuses %s', async (_case, body, headers, status, code) => {
  const reply = await post(body, headers as Record<string, string>)
  expect([reply.status, reply.body.error.code]).toEqual([status, code])
})

test('behavior: a request of two megabytes is not read', async () => {
  const { status, body } = await post(JSON.stringify('a'.repeat(2_000_000)))
  expect([status, body.error.code]).toEqual([413, 'invalid-input'])
})

test('behavior: goes on working after all of that', async () => {
  const client = await connectClient(gateway)
  expect((await client.listTools()).tools).toHaveLength(7)
  await client.close()
})

test('behavior: other addresses are not there', async () => {
  const { origin } = new URL(gateway.served.url)
  const response = await fetch(`${origin}/admin`)
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ error: { code: 'invalid-input' } })
})

test('behavior: health says which sources answer, and nothing secret', async () => {
  const { origin } = new URL(gateway.served.url)
  const response = await fetch(`${origin}/health`)
  expect(await response.json()).toEqual({
    status: 'serving',
    sources: { crm: { status: 'available' }, lakehouse: { status: 'available' } },
  })
})

test('behavior: a page that rebinds its own name to this machine is refused', async () => {
  const { port } = gateway.served
  const { request } = await import('node:http')
  const status = await new Promise((resolve, reject) => {
    const sent = request({ port, host: 'localhost', path: '/health', headers: { host: `evil.example:${port}` } })
    sent.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject)
    sent.end()
  })
  expect(status).toBe(403)
})

test('behavior: only pages of allowed origins get in', async () => {
  const allowed = await post({ jsonrpc: '2.0', id: 1, method: 'ping' }, { origin: 'https://crm.example' })
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://crm.example')
  expect((await post({ jsonrpc: '2.0', id: 1, method: 'ping' }, { origin: 'https://evil.example' })).status).toBe(403)
})

async function getResult(path: string, token: string | undefined) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(new URL(path, gateway.served.url), { headers })
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, code: isJson ? (await response.json()).error.code : undefined }
}

test('behavior: a result is streamed to the caller that asked, and to nobody else', async () => {
  const client = await connectClient(gateway)
  const { output } = await callTool(client, 'run_query', { source: 'crm', sql: 'select * from accounts' })
  const { url } = output.result
  expect(await getResult(url, await gateway.token())).toMatchObject({ status: 200 })
  expect(await getResult(url, undefined)).toEqual({ status: 401, code: 'unauthenticated' })
  expect(await getResult(url, await gateway.token('raul'))).toEqual({ status: 403, code: 'foreign-handle' })
  expect(await getResult('/results/nonsense', await gateway.token())).toEqual({ status: 404, code: 'unknown-handle' })
  await client.close()
})

test('behavior: a result is stopped by the caller that asked, as often as they like', async () => {
  const client = await connectClient(gateway)
  const { output } = await callTool(client, 'run_query', { source: 'crm', sql: 'select range from range(9000000)' })
  const { url } = output.result
  const stop = async (path: string, token: string) => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(new URL(path, gateway.served.url), { method: 'DELETE', headers })).status
  }
  expect(await stop(url, await gateway.token('raul'))).toBe(403)
  expect(await stop(url, await gateway.token())).toBe(204)
  expect(await stop(url, await gateway.token())).toBe(204)
  expect(await stop('/results/nonsense', await gateway.token())).toBe(204)
  expect(await getResult(url, await gateway.token())).toEqual({ status: 410, code: 'expired-handle' })
  await client.close()
})

test('behavior: fetch_rows minds the same bounds', async () => {
  const [zoe, raul] = await Promise.all([connectClient(gateway), connectClient(gateway, { userId: 'raul' })])
  const { output } = await callTool(zoe, 'run_query', { source: 'crm', sql: 'select * from accounts', pageSize: 2 })
  const { handle } = output.result
  const page = await callTool(zoe, 'fetch_rows', { handle, offset: 3, limit: 10 })
  expect(page.output.rows).toHaveLength(2)
  expect((await callTool(raul, 'fetch_rows', { handle })).error?.code).toBe('foreign-handle')
  expect((await callTool(zoe, 'fetch_rows', { handle: 'nonsense' })).error?.code).toBe('unknown-handle')
  await Promise.all([zoe.close(), raul.close()])
})

test('behavior: an expired result is gone for good', async () => {
  const shortLived = await startTestGateway({ results: { timeToLiveMs: 500 } })
  const client = await connectClient(shortLived)
  const { output } = await callTool(client, 'run_query', { source: 'crm', sql: 'select 1 as one' })
  const statusFor = async (userId: string) => {
    const headers = { authorization: `Bearer ${await shortLived.token(userId)}` }
    return (await fetch(new URL(output.result.url, shortLived.served.url), { headers })).status
  }
  // Reading keeps a result alive, so somebody watches who may not read it.
  await expect.poll(() => statusFor('raul'), { timeout: 10_000 }).toBe(410)
  expect(await statusFor('zoe')).toBe(410)
  expect((await callTool(client, 'fetch_rows', { handle: output.result.handle })).error?.code).toBe('expired-handle')
  await client.close()
  await shortLived.close()
})
