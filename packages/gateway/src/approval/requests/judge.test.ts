import { expect, test } from 'vitest'
import { type Decision, judge, type StoredRequest } from './judge.ts'

const pending: StoredRequest = {
  requestId: 'r',
  state: 'pending',
  shown: {
    tool: 'update_record',
    title: 'Change the stage of “Pumps”',
    effectClass: 'write',
    source: 'crm',
    sourceTitle: 'CRM',
    changes: [],
    estimate: null,
    rows: 1,
    people: 0,
    piiClasses: [],
    channels: [],
  },
  shownHash: 'abc',
  because: [],
  requestedBy: { userId: 'anna', agentId: null },
  approvers: { roles: ['manager'], quorum: 1, fourEyes: false },
  decisions: [],
  createdAt: '2026-11-22T12:00:00Z',
  expiresAt: '2026-11-22T13:00:00Z',
  replacedBy: null,
  outcome: null,
}
const at = new Date('2026-11-22T12:30:00Z')
const caller = (userId: string, ...roles: string[]) => ({ tenantId: 'erie', userId, roles })

function judged(request: Partial<StoredRequest>, decision: Partial<Decision> = {}) {
  const mona = caller('mona', 'manager')
  return judge({ ...pending, ...request }, { caller: mona, decision: 'approve', shownHash: 'abc', at, ...decision })
}
const approvedBy = (...users: string[]) =>
  users.map((userId) => ({ userId, decision: 'approve' as const, reason: null, decidedAt: '2026-11-22T12:10:00Z' }))
const quorumOfTwo = { roles: [], quorum: 2, fourEyes: false }

test('default', () => {
  expect(judged({})).toEqual({ state: 'approved' })
  expect(judged({}, { decision: 'reject' })).toEqual({ state: 'rejected' })
  expect(judged({}, { decision: 'ask' })).toEqual({ state: 'pending' })
})

test.each([
  ['another role', {}, { caller: caller('sam', 'sales') }, 'forbidden'],
  ['something else than was shown', {}, { shownHash: 'def' }, 'invalid-input'],
  ['too late', {}, { at: new Date('2026-11-22T13:00:00Z') }, 'approval-closed'],
  ['a rejected one', { state: 'rejected' }, {}, 'approval-closed'],
  ['one that has happened', { state: 'done' }, {}, 'approval-closed'],
  ['an edited one', { state: 'replaced' }, {}, 'approval-closed'],
] as const)('behavior: refuses %s', (_case, request, decision, refusal) => {
  expect(judged(request, decision)).toMatchObject({ refusal, message: expect.stringMatching(/\.$/) })
})

test('parameters: four eyes', () => {
  const approvers = { roles: [], quorum: 1, fourEyes: true }
  expect(judged({ approvers }, { caller: caller('anna') })).toMatchObject({ refusal: 'forbidden' })
  expect(judged({ approvers }, { caller: caller('anna'), decision: 'reject' })).toEqual({ state: 'rejected' })
  expect(judged({ approvers }, { caller: caller('mona') })).toEqual({ state: 'approved' })
})

test.each([
  ['the first', [], 'mona', 'pending'],
  ['the same person again', ['mona'], 'mona', 'pending'],
  ['the second', ['zoe'], 'mona', 'approved'],
] as const)('parameters: a quorum of two, %s', (_case, before, userId, state) => {
  expect(judged({ approvers: quorumOfTwo, decisions: approvedBy(...before) }, { caller: caller(userId) })).toEqual({
    state,
  })
})
