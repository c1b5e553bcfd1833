import { jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { pretendUsers, signToken } from './session.ts'

const jwtSecret = 'a'.repeat(64)
const key = new TextEncoder().encode(jwtSecret)

test('default', async () => {
  const { payload } = await jwtVerify(await signToken(pretendUsers[1]!, { jwtSecret }), key)
  expect(payload).toMatchObject({ sub: 'marcus.lind', tenant: 'harbor-audit', roles: ['sales'] })
  expect(payload.exp! - payload.iat!).toBe(900)
})

test('parameters: issuer, audience', async () => {
  const options = { issuer: 'crm', audience: 'gateway' }
  const token = await signToken(pretendUsers[0]!, { jwtSecret, ...options })
  expect((await jwtVerify(token, key, options)).payload.sub).toBe('dana.kowalski')
})
