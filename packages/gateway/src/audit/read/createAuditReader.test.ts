import { expect, test } from 'vitest'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { createAuditKeys, trustKeys } from '../chain/auditKeys.ts'
import { createAuditLog } from '../chain/createAuditLog.ts'
import type { AuditBody } from '../types.ts'
import { createAuditReader } from './createAuditReader.ts'

const keys = createAuditKeys('a secret for tests that is long enough')
const readers = ['auditor', 'manager']

const store = openSuiteStore()

const read = (tenantId: string, filter: object = {}, trusted = keys) =>
  createAuditReader({ store, keys: trustKeys([trusted.publicKeyPem]), readers }).read(tenantId, filter, 10)

async function write(tenantId: string, ...bodies: readonly AuditBody[]) {
  const log = createAuditLog({ store, keys })
  for (const body of bodies) await log.append(tenantId, body)
}

const asked = { callId: 'one', tool: 'update_record', caller: { userId: 'anna', roles: ['sales'] } }
const started: AuditBody = { kind: 'call-started', ...asked, inputs: {} }
const decisions = [{ userId: 'mona', decision: 'approve', decidedAt: '2026-11-20T09:00:00.000Z' }]
const approval = { requestId: 'one', shownHash: 'a hash', state: 'done', decisions }

test('default: a chain that nobody has written yet is whole, and empty', async () => {
  expect(await read('nobody')).toEqual({
    calls: [],
    next: null,
    chain: { length: 0, isWhole: true, firstBroken: null },
  })
})

test('behavior: a call whose gateway died runs on; what it left to do stands by itself, also under the same id', async () => {
  await write('died', started, { kind: 'effect-ended', ...asked, approval })
  const { calls, chain } = await read('died', { callId: 'one' })
  expect(calls).toMatchObject([
    { callId: 'one', status: 'done', userId: 'anna', approval, verdicts: null, entries: [{ sequence: 2 }] },
    { callId: 'one', status: 'running', endedAt: null, approval: null, entries: [{ sequence: 1 }] },
  ])
  expect(calls[0]?.endedAt).toBe(calls[0]?.startedAt)
  expect(chain).toEqual({ length: 2, isWhole: true, firstBroken: null })
  expect((await read('died', { status: 'running' })).calls).toHaveLength(1)
  expect((await read('died', { status: 'done' })).calls).toHaveLength(1)
})

test('behavior: nothing of another tenant, whose chain is another; strange filters find nothing', async () => {
  await write('mine', started)
  await write('theirs', started, started)
  expect(await read('mine')).toMatchObject({ calls: [{ callId: 'one' }], chain: { length: 1, isWhole: true } })
  for (const strange of [`' or true --`, '\u0000', '%', '\ud800', '🤷']) {
    expect((await read('mine', { tool: strange })).calls).toEqual([])
  }
})

test('behavior: an end that a trusted key has not signed is told of', async () => {
  await write('signed', started)
  const stranger = createAuditKeys('the secret of somebody else altogether')
  expect((await read('signed', {}, stranger)).chain.firstBroken).toEqual({
    sequence: 2,
    message: 'the end of the chain is not signed by a trusted key',
  })
})

test.each([
  [[], {}, 'user'],
  [['sales'], {}, 'user'],
  [['sales', 'manager'], {}, 'tenant'],
  [['auditor'], { userId: 'anna' }, 'tenant'],
  [['auditor'], { userId: 'ada' }, 'user'],
])('behavior: roles %j who ask for %j see what is of the %s', (roles, filter, covers) => {
  const { coversOf } = createAuditReader({ store, keys: trustKeys([]), readers })
  expect(coversOf({ tenantId: 'erie', userId: 'ada', roles }, filter)).toBe(covers)
})
