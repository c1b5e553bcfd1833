import { expect, test } from 'vitest'
import type { Policy } from '../policy/types.ts'
import type { PastRequest } from './pastRequests.ts'
import { simulate } from './simulate.ts'

const limits = { costUsdPerEffect: 2, costUsdPerDay: 3, rows: 100, people: 0 }
const policyOf = (more: Partial<Policy> = {}): Policy => ({
  level: 'limited',
  limits,
  rules: [],
  approvers: { roles: [], quorum: 1, fourEyes: false },
  ...more,
})

/** A read for a price, by Anna on one day. */
function past({
  requestId = 'r',
  costUsd = 1,
  userId = 'anna',
  roles = [],
  ...more
}: Partial<PastRequest> & { costUsd?: number | null; userId?: string; roles?: string[] } = {}): PastRequest {
  return {
    requestId,
    title: 'Read orders',
    createdAt: '2026-11-22T12:00:00.000Z',
    day: '2026-11-22',
    effect: {
      tool: 'ask',
      sources: ['lakehouse'],
      effectClass: 'costly-read',
      costUsd,
      rows: 10,
      people: 0,
      piiClasses: [],
      channels: [],
    },
    requester: { userId, roles },
    isGranted: false,
    ...more,
  }
}
const countsOf = (requests: readonly PastRequest[], policy: Partial<Policy> = {}) => {
  const { allowed, asked, denied, allowedCostUsd } = simulate(requests, policyOf(policy))
  return { allowed, asked, denied, allowedCostUsd }
}

test('default', () => {
  expect(
    simulate([past({ requestId: 'old', costUsd: 0.5 }), past({ requestId: 'new', costUsd: 2.5 })], policyOf()),
  ).toEqual({
    requests: 2,
    allowed: 1,
    asked: 1,
    denied: 0,
    allowedCostUsd: 0.5,
    examples: [
      expect.objectContaining({
        requestId: 'new',
        verdict: 'ask',
        because: ['Its cost is $2.5, over the limit of $2.'],
      }),
      expect.objectContaining({ requestId: 'old', verdict: 'allow', because: ['It stays within the limits.'] }),
    ],
  })
})

test('behavior: nothing was asked for', () => {
  expect(simulate([], policyOf())).toEqual({
    requests: 0,
    allowed: 0,
    asked: 0,
    denied: 0,
    allowedCostUsd: 0,
    examples: [],
  })
})

test('behavior: a day fills up by what would have run, each person’s by itself', () => {
  const day = [past(), past({ costUsd: 2.5 }), past(), past(), past()]
  expect(countsOf(day)).toEqual({ allowed: 3, asked: 2, denied: 0, allowedCostUsd: 3 })
  expect(countsOf([...day, past({ userId: 'zoe' }), past({ day: '2026-11-23' })]).allowed).toBe(5)
})

test('parameters: levels', () => {
  const requests = [past(), past({ effect: { ...past().effect, effectClass: 'write', costUsd: 0 } })]
  expect(countsOf(requests, { level: 'observe' })).toMatchObject({ allowed: 0, asked: 1, denied: 1 })
  expect(countsOf(requests, { level: 'propose' })).toMatchObject({ allowed: 0, asked: 2 })
  expect(countsOf(requests, { level: 'autonomous' })).toMatchObject({ allowed: 2, allowedCostUsd: 1 })
})

test('behavior: rules hold at any level, by the roles that people had', () => {
  const rules = [{ verdict: 'deny', roles: ['intern'] }] as const
  expect(countsOf([past(), past({ roles: ['intern'] })], { rules, level: 'autonomous' })).toMatchObject({
    allowed: 1,
    denied: 1,
  })
})

test('behavior: one cost that is not known makes the sum unknown', () => {
  expect(countsOf([past(), past({ costUsd: null })], { level: 'autonomous' }).allowedCostUsd).toBeNull()
})

test('behavior: cents add up', () => {
  const many = Array.from({ length: 10 }, () => past({ costUsd: 0.1 }))
  expect(countsOf(many).allowedCostUsd).toBe(1)
})

test('behavior: what a permission covered runs, unless it is forbidden', () => {
  const granted = [past({ isGranted: true })]
  expect(countsOf(granted, { level: 'propose' }).allowed).toBe(1)
  expect(countsOf(granted, { rules: [{ verdict: 'deny' }] }).denied).toBe(1)
})
