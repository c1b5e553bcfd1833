import { expect, test } from 'vitest'
import { withCors } from './cors.ts'

const fetch = withCors(async () => Response.json({ rows: 1 }), ['https://crm.example'])

function request(origin?: string, method = 'POST'): Request {
  return new Request('http://gateway/mcp', { method, headers: origin === undefined ? {} : { origin } })
}

test('default', async () => {
  const response = await fetch(request('https://crm.example'))
  expect(await response.json()).toEqual({ rows: 1 })
  expect(response.headers.get('access-control-allow-origin')).toBe('https://crm.example')
  expect(response.headers.get('access-control-expose-headers')).toContain('www-authenticate')
  expect(response.headers.get('vary')).toBe('origin')
})

test('behavior: the preflight names every header of both protocol eras', async () => {
  const { status, headers } = await fetch(request('https://crm.example', 'OPTIONS'))
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-headers')?.split(', ')).toEqual([
    'accept',
    'authorization',
    'content-type',
    'last-event-id',
    'mcp-method',
    'mcp-name',
    'mcp-protocol-version',
    'mcp-session-id',
    'traceparent',
    'tracestate',
  ])
})

test('behavior: a page of the gateway’s own origin and a client that is no page need no permission', async () => {
  expect((await fetch(request('http://gateway'))).status).toBe(200)
  expect((await fetch(request())).headers.get('access-control-allow-origin')).toBeNull()
})

test.each(['https://evil.example', 'null', 'https://crm.example.evil'])(
  'behavior: %s is turned away before the handler',
  async (origin) => {
    const response = await fetch(request(origin))
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'forbidden', retryable: false } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  },
)
