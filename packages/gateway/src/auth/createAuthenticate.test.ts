import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { createAuthenticate } from './createAuthenticate.ts'
import { createToken } from './createToken.ts'

const jwtSecret = 'a secret that is long enough for HS256'
const zoe = { tenantId: 'erie', userId: 'zoe', roles: ['sales'] }

function request(authorization?: string): Request {
  return new Request('http://gateway/mcp', authorization === undefined ? {} : { headers: { authorization } })
}

test('default', async () => {
  const authenticate = createAuthenticate({ jwtSecret })
  const token = await createToken({ jwtSecret, ...zoe })
  expect(await authenticate(request(`Bearer ${token}`))).toEqual(zoe)
})

test('parameters: authenticate is the host’s own scheme', async () => {
  const authenticate = createAuthenticate({
    authenticate: async ({ headers }) => (headers.get('authorization') === 'Cookie of CRM' ? zoe : undefined),
  })
  expect(await authenticate(request('Cookie of CRM'))).toEqual(zoe)
  await expect(authenticate(request())).rejects.toMatchObject({ code: 'unauthenticated' })
})

test.each([
  ['no token', async () => undefined],
  ['another scheme', async () => 'Basic em9lOnpvZQ=='],
  ['a token that is none', async () => 'Bearer nonsense'],
  ['another secret', async () => `Bearer ${await createToken({ jwtSecret: `${jwtSecret}!`, ...zoe })}`],
  ['an expired token', async () => `Bearer ${await createToken({ jwtSecret, ...zoe, expiresInSeconds: -60 })}`],
  ['an unsigned token', async () => `Bearer ${unsigned()}`],
  ['a token without a tenant', async () => `Bearer ${await signed({ sub: 'zoe' })}`],
  ['a token that never expires', async () => `Bearer ${await signed({ sub: 'zoe', tenant: 'erie' }, false)}`],
  ['roles that are no list', async () => `Bearer ${await signed({ sub: 'zoe', tenant: 'erie', roles: 'admin' })}`],
])('behavior: refuses %s', async (_case, authorization) => {
  const authenticate = createAuthenticate({ jwtSecret })
  await expect(authenticate(request(await authorization()))).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('parameters: audience', async () => {
  const authenticate = createAuthenticate({ jwtSecret, audience: 'lakefront' })
  const token = await createToken({ jwtSecret, ...zoe, audience: 'another service' })
  await expect(authenticate(request(`Bearer ${token}`))).rejects.toMatchObject({ code: 'unauthenticated' })
})

function signed(claims: Record<string, unknown>, expires = true): Promise<string> {
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' })
  if (expires) token.setExpirationTime('1h')
  return token.sign(new TextEncoder().encode(jwtSecret))
}

function unsigned(): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${encode({ alg: 'none' })}.${encode({ sub: 'zoe', tenant: 'erie', exp: 4_000_000_000 })}.`
}
