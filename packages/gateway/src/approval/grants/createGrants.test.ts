import { randomUUID } from 'node:crypto'
import { grantSchema } from '@lakefront/contract/schemas'
import { beforeEach, describe, expect, test } from 'vitest'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { testStores } from '../../testing/testStores.ts'
import type { Approvers, Verdict } from '../policy/types.ts'
import { createRequests } from '../requests/createRequests.ts'
import type { OpenRequest } from '../requests/insertRequest.ts'
import { stageChange } from '../testing/shownEffects.ts'
import { createGrants } from './createGrants.ts'

const managers: Approvers = { roles: ['manager'], quorum: 1, fourEyes: false }
const askOf = (approvers: Approvers): Verdict => ({ verdict: 'ask', because: ['It is asked for.'], approvers })

describe.each(testStores)('%s', (_kind, make) => {
  const store = openSuiteStore(make)
  const requests = createRequests({ store, expiresAfterMs: 3_600_000 })
  const grants = createGrants({ store })
  /** Of one test only, so that no permission of another one holds. */
  let tenantId = ''
  const by = (userId: string, ...roles: string[]) => ({ tenantId, userId, roles })
  beforeEach(() => {
    tenantId = randomUUID()
  })

  const open = (more: Partial<OpenRequest> = {}) =>
    requests.open({
      requestId: randomUUID(),
      caller: by('anna', 'sales'),
      shown: stageChange,
      verdict: askOf(managers),
      ...more,
    })

  /** Mona always allows what Anna asks for. */
  async function allowAlways(more: Partial<OpenRequest> = {}, granter = by('mona', 'manager')) {
    const { requestId, shownHash, kept } = await open(more)
    const alwaysAllow = kept.grant?.covers
    await requests.decide(requestId, { caller: granter, decision: 'approve', shownHash, alwaysAllow })
    return (await grants.list(granter, 'open'))[0]!
  }

  test('default', async () => {
    const grant = await allowAlways()
    expect(grantSchema.parse(grant)).toEqual(grant)
    expect(grant).toMatchObject({ grantedBy: 'mona', terms: { userId: 'anna', columns: ['stage'] }, uses: 0 })
    const next = await open({ shown: { ...stageChange, record: { entity: 'opportunity', id: '8', label: 'Valves' } } })
    expect(next).toMatchObject({ state: 'approved', because: ['mona has said that this is always allowed.'] })
    await requests.claim(tenantId, next.requestId)
    await requests.finish(tenantId, next.requestId, { state: 'done', recordId: '8', message: null })
    expect(await grants.list(by('anna'), 'open')).toMatchObject([{ uses: 1, lastUsedAt: next.createdAt }])
  })

  test.each<[string, Partial<OpenRequest>]>([
    ['another column', { shown: { ...stageChange, changes: [{ ...stageChange.changes[0]!, column: 'amount' }] } }],
    ['personal data', { shown: { ...stageChange, piiClasses: ['email'], people: 1 } }],
    ['what is forbidden', { verdict: { verdict: 'deny', because: ['Year end.'] } }],
    ['two who have to agree by now', { verdict: askOf({ ...managers, quorum: 2 }) }],
    ['others who have to agree by now', { verdict: askOf({ ...managers, roles: ['director'] }) }],
    ['an assistant that asks', { agentId: 'scout' }],
  ])('behavior: does not let pass %s', async (_case, more) => {
    await allowAlways()
    const caller = { ...by('anna', 'sales'), ...(more.agentId && { agentId: more.agentId }) }
    expect(await open({ ...more, caller })).not.toMatchObject({ because: [expect.stringContaining('always allowed')] })
  })

  test('behavior: nobody else and no other tenant asks by it', async () => {
    await allowAlways()
    expect((await open({ caller: by('zoe', 'sales') })).state).toBe('pending')
    expect((await open({ caller: { ...by('anna', 'sales'), tenantId: randomUUID() } })).state).toBe('pending')
  })

  test('behavior: who asks cannot always allow it where somebody else has to look', async () => {
    const own = by('anna', 'manager')
    await allowAlways({ caller: own }, own)
    expect((await open({ caller: own })).state).toBe('approved')
    expect((await open({ caller: own, verdict: askOf({ ...managers, fourEyes: true }) })).state).toBe('pending')
  })

  test('behavior: granted twice at once it holds once, so that to revoke it once is enough', async () => {
    const both = await Promise.all([open(), open()])
    const caller = by('mona', 'manager')
    await Promise.all(
      both.map(({ requestId, shownHash, kept }) =>
        requests.decide(requestId, { caller, decision: 'approve', shownHash, alwaysAllow: kept.grant?.covers }),
      ),
    )
    const [grant, ...others] = await grants.list(caller, 'open')
    expect(others).toEqual([])
    await grants.revoke(caller, grant!.grantId)
    expect((await open()).state).toBe('pending')
  })

  test('behavior: revoked, the next one is asked for again', async () => {
    const { grantId } = await allowAlways()
    const revoked = await grants.revoke(by('anna', 'sales'), grantId)
    expect(revoked).toMatchObject({ revokedBy: 'anna', revokedAt: expect.any(String) })
    expect((await open()).state).toBe('pending')
    expect(await grants.revoke(by('mona', 'manager'), grantId)).toEqual(revoked)
    expect(await grants.list(by('anna'), 'open')).toEqual([])
    expect(await grants.list(by('anna'), 'ended')).toEqual([revoked])
  })

  test('behavior: while it is revoked, nothing passes after the revocation was told', async () => {
    const { grantId } = await allowAlways()
    let isRevoked = false
    const revoking = grants.revoke(by('mona', 'manager'), grantId).then(() => {
      isRevoked = true
    })
    const states = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const wasRevoked = isRevoked
        return { wasRevoked, state: (await open()).state }
      }),
    )
    await revoking
    expect(states.filter(({ wasRevoked, state }) => wasRevoked && state === 'approved')).toEqual([])
    expect((await open()).state).toBe('pending')
  })

  test.each([
    ['another permission than was shown', ['Everything.']],
    ['an empty one', []],
  ])('behavior: refuses %s, and approves nothing', async (_case, alwaysAllow) => {
    const { requestId, shownHash } = await open()
    const decision = { caller: by('mona', 'manager'), decision: 'approve', shownHash, alwaysAllow } as const
    await expect(requests.decide(requestId, decision)).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await requests.read(tenantId, requestId)).state).toBe('pending')
    expect(await grants.list(by('mona', 'manager'), 'open')).toEqual([])
  })

  test.each<[string, Partial<OpenRequest>]>([
    ['two have to agree', { verdict: askOf({ ...managers, quorum: 2 }) }],
    ['it cannot be undone', { shown: { ...stageChange, effectClass: 'destructive' } }],
    ['it leaves the company', { shown: { ...stageChange, effectClass: 'activate', channels: ['braze'] } }],
  ])('behavior: is not offered where %s', async (_case, more) => {
    expect((await open(more)).kept.grant).toBeNull()
  })

  test('behavior: only whom it concerns sees and revokes it', async () => {
    const { grantId } = await allowAlways()
    const concerned = [by('anna', 'sales'), by('mona'), by('max', 'manager')]
    for (const caller of concerned) expect(await grants.list(caller, 'open')).toHaveLength(1)
    const others = [by('sam', 'sales'), { ...by('mona', 'manager'), tenantId: 'other' }]
    for (const caller of others) {
      expect(await grants.list(caller, 'open')).toEqual([])
      await expect(grants.revoke(caller, grantId)).rejects.toMatchObject({ code: 'unknown-request' })
    }
    await expect(grants.revoke(by('anna'), "' or 1=1")).rejects.toMatchObject({ code: 'unknown-request' })
    expect((await open()).state).toBe('approved')
  })
})
