import { jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { pretendUsers, signToken } from './session.ts'

test('default', async () => {
  const secret = 'a'.repeat(64)
  const token = await signToken(pretendUsers[1]!, secret)
  const { payload } = await jwtVerify(token, new TextEncoder().encode(secret))
  expect(payload).toMatchObject({ sub: 'marcus.lind', tenant: 'harbor-audit', roles: ['sales'] })
  expect(payload.exp! - payload.iat!).toBe(900)
})
