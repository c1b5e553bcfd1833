import { expect, test } from 'vitest'
import { stageChange } from '../testing/shownEffects.ts'
import { type Decision, judge, type StoredRequest } from './judge.ts'
import { movesOf } from './movesOf.ts'

const pending: StoredRequest = {
  requestId: 'r',
  state: 'pending',
  shown: stageChange,
  shownHash: 'abc',
  because: [],
  requestedBy: { userId: 'anna', agentId: null },
  approvers: { roles: ['manager'], quorum: 1, fourEyes: false },
  decisions: [],
  createdAt: '2026-11-22T12:00:00Z',
  expiresAt: '2026-11-22T13:00:00Z',
  replacedBy: null,
  outcome: null,
  kept: { requesterRoles: ['sales'], executor: 'gateway', subjectHash: null, hasBegun: false, grant: null },
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

const asked = { userId: 'mona', decision: 'ask' as const, reason: 'Signed?', decidedAt: '2026-11-22T12:10:00Z' }
const answered = { ...asked, userId: 'anna', decision: 'answer' as const, reason: 'Yes.' }
const byAnna = { caller: caller('anna', 'sales') }

test.each([
  ['a question', [asked], byAnna, { state: 'pending' }],
  ['another question', [asked, answered, asked], byAnna, { state: 'pending' }],
  ['nothing', [], byAnna, { refusal: 'invalid-input' }],
  ['what was answered', [asked, answered], byAnna, { refusal: 'invalid-input' }],
  ['for somebody else', [asked], {}, { refusal: 'forbidden' }],
])('parameters: answer, %s', (_case, decisions, by, judgement) => {
  expect(judged({ decisions }, { decision: 'answer', ...by })).toMatchObject(judgement)
})

test.each([
  ['that waits', {}, byAnna, { state: 'withdrawn' }],
  ['of somebody else', {}, {}, { refusal: 'forbidden' }],
  ['that is approved and not begun', { state: 'approved' }, byAnna, { state: 'withdrawn' }],
  [
    'that may have happened',
    { state: 'approved', kept: { ...pending.kept, hasBegun: true } },
    byAnna,
    { refusal: 'approval-closed' },
  ],
  ['that has happened', { state: 'done' }, byAnna, { refusal: 'approval-closed' }],
  ['as it never was', {}, { ...byAnna, shownHash: 'def' }, { refusal: 'invalid-input' }],
] as const)('parameters: withdraw one %s', (_case, request, by, judgement) => {
  expect(judged(request, { decision: 'withdraw', ...by })).toMatchObject(judgement)
})

test('behavior: what somebody may do', () => {
  const moves = (request: Partial<StoredRequest>, userId: string, ...roles: string[]) =>
    movesOf({ ...pending, ...request }, caller(userId, ...roles), at)
  expect(moves({}, 'mona', 'manager')).toEqual(['approve', 'reject', 'ask', 'edit'])
  expect(moves({ decisions: [asked] }, 'anna', 'sales')).toEqual(['answer', 'withdraw'])
  expect(moves({ state: 'approved' }, 'anna', 'sales')).toEqual(['withdraw'])
  expect(moves({ state: 'done' }, 'anna', 'manager')).toEqual([])
})
