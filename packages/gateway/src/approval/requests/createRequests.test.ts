import { randomUUID } from 'node:crypto'
import { approvalRequestSchema } from '@lakefront/contract/schemas'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { testStores } from '../../testing/testStores.ts'
import type { Verdict } from '../policy/types.ts'
import { stageChange } from '../testing/shownEffects.ts'
import { createRequests, type Requests } from './createRequests.ts'
import type { OpenRequest } from './insertRequest.ts'
import type { ListOptions } from './listPage.ts'

const ask: Verdict = {
  verdict: 'ask',
  because: ['Every effect is asked for.'],
  approvers: { roles: ['manager'], quorum: 1, fourEyes: true },
}
const anna = { tenantId: 'erie', userId: 'anna', roles: ['sales'] }
const mona = { tenantId: 'erie', userId: 'mona', roles: ['manager'] }

describe.each(testStores)('%s', (_kind, make) => {
  const store = openSuiteStore(make)
  let clock = Date.parse('2026-11-22T12:00:00Z')
  const passMs = (ms: number) => {
    clock += ms
  }
  const options = { store, expiresAfterMs: 3_600_000, leaseMs: 60_000, now: () => new Date(clock) }
  const requests = createRequests(options)

  const open = (more: Partial<Parameters<Requests['open']>[0]> = {}) =>
    requests.open({ requestId: randomUUID(), caller: anna, shown: stageChange, verdict: ask, ...more })
  const list = async (caller: typeof anna, options: Partial<ListOptions> = {}) =>
    (await requests.list(caller, { limit: 100, ...options })).requests.map(({ requestId }) => requestId)
  const approve = (requestId: string, shownHash: string, caller = mona) =>
    requests.decide(requestId, { caller, decision: 'approve', shownHash })

  test('default', async () => {
    const request = await open()
    const { kept, ...told } = request
    expect(approvalRequestSchema.omit({ mayDo: true, grantCovers: true }).parse(told)).toEqual(told)
    expect(kept).toMatchObject({ requesterRoles: ['sales'], executor: 'gateway', subjectHash: null, hasBegun: false })
    expect(request).toMatchObject({
      state: 'pending',
      shown: stageChange,
      because: ask.because,
      requestedBy: { userId: 'anna' },
    })
    const approved = await approve(request.requestId, request.shownHash)
    expect(approved).toMatchObject({ state: 'approved', decisions: [{ userId: 'mona', decision: 'approve' }] })
  })

  test('behavior: asked for twice under one name is one request', async () => {
    const requestId = randomUUID()
    await Promise.all([open({ requestId }), open({ requestId })])
    expect((await list(mona)).filter((each) => each === requestId)).toHaveLength(1)
  })

  test('behavior: what a policy allows is approved at once, with the reason', async () => {
    const request = await open({ verdict: { verdict: 'allow', because: ['It stays within the limits.'] } })
    expect(request).toMatchObject({ state: 'approved', because: ['It stays within the limits.'], decisions: [] })
  })

  test('behavior: of ten approvals and ten rejections at once, one counts', async () => {
    const { requestId, shownHash } = await open()
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        requests.decide(requestId, { caller: mona, decision: index % 2 ? 'approve' : 'reject', shownHash }),
      ),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await requests.read('erie', requestId)).decisions).toHaveLength(1)
  })

  test('behavior: who was too late hears so, and nothing is approved', async () => {
    const { requestId, shownHash } = await open()
    passMs(3_600_000)
    await expect(approve(requestId, shownHash)).rejects.toMatchObject({ code: 'approval-closed' })
    expect((await requests.read('erie', requestId)).state).toBe('expired')
    expect(await list(mona, { which: 'open' })).not.toContain(requestId)
    expect(await list(mona, { which: 'ended' })).toContain(requestId)
  })

  test('behavior: another tenant neither sees nor decides', async () => {
    const { requestId, shownHash } = await open()
    const stranger = { tenantId: 'other', userId: 'mona', roles: ['manager'] }
    await expect(approve(requestId, shownHash, stranger)).rejects.toMatchObject({ code: 'unknown-request' })
    await expect(requests.read('other', requestId)).rejects.toMatchObject({ code: 'unknown-request' })
    expect(await list(stranger)).toEqual([])
    expect((await requests.read('erie', requestId)).state).toBe('pending')
  })

  test.each(['nonsense', "' or 1=1 --", randomUUID()])('behavior: there is no request %j', async (requestId) => {
    await expect(approve(requestId, 'abc')).rejects.toMatchObject({ code: 'unknown-request' })
  })

  test('behavior: people see what they asked for and what they may decide', async () => {
    const { requestId } = await open()
    const seenBy = async (caller: typeof anna) => (await list(caller, { which: 'open' })).includes(requestId)
    expect(await seenBy(anna)).toBe(true)
    expect(await seenBy(mona)).toBe(true)
    expect(await seenBy({ ...anna, userId: 'sam' })).toBe(false)
  })

  test('behavior: an edited request has to be decided anew, and the old one cannot be', async () => {
    const { requestId, shownHash } = await open()
    const changes = [{ ...stageChange.changes[0]!, after: 'Lost' }]
    const edited = await requests.replace(requestId, {
      requestId: randomUUID(),
      caller: mona,
      shown: { ...stageChange, changes },
      verdict: ask,
      shownHash,
    })
    expect(edited).toMatchObject({ state: 'pending', requestedBy: { userId: 'mona' }, decisions: [] })
    expect(edited.shownHash).not.toBe(shownHash)
    expect(await requests.read('erie', requestId)).toMatchObject({ state: 'replaced', replacedBy: edited.requestId })
    await expect(approve(requestId, shownHash)).rejects.toMatchObject({ code: 'approval-closed' })
    await expect(approve(edited.requestId, shownHash)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(approve(edited.requestId, edited.shownHash)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('behavior: a question leaves it open', async () => {
    const { requestId, shownHash } = await open()
    const asked = await requests.decide(requestId, { caller: mona, decision: 'ask', shownHash, reason: 'Signed when?' })
    expect(asked).toMatchObject({ state: 'pending', decisions: [{ decision: 'ask', reason: 'Signed when?' }] })
  })

  test('behavior: one carries it out; when that one is gone, another does', async () => {
    const { requestId, shownHash } = await open()
    expect(await requests.claim('erie', requestId)).toBe(false)
    await approve(requestId, shownHash)
    const claims = await Promise.all(Array.from({ length: 10 }, () => requests.claim('erie', requestId)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await requests.unfinished()).not.toContainEqual({ tenantId: 'erie', requestId })

    await requests.release('erie', requestId)
    expect(await requests.claim('erie', requestId)).toBe(true)
    passMs(60_001)
    expect(await requests.unfinished()).toContainEqual({ tenantId: 'erie', requestId })
    expect(await requests.claim('erie', requestId)).toBe(true)
    const done = await requests.finish('erie', requestId, { state: 'done', recordId: '7', message: null })
    expect(done).toMatchObject({ state: 'done', outcome: { recordId: '7', message: null } })
    expect(await requests.claim('erie', requestId)).toBe(false)
    const again = await requests.finish('erie', requestId, { state: 'failed', recordId: null, message: 'late' })
    expect(again.state).toBe('done')
  })

  test('behavior: who asked answers, takes it back, and nobody can approve it then', async () => {
    const { requestId, shownHash } = await open()
    const answer = { caller: anna, decision: 'answer', shownHash, reason: 'On Friday.' } as const
    await expect(requests.decide(requestId, answer)).rejects.toMatchObject({ code: 'invalid-input' })
    await requests.decide(requestId, { caller: mona, decision: 'ask', shownHash, reason: 'Signed when?' })
    expect(await requests.decide(requestId, answer)).toMatchObject({
      state: 'pending',
      decisions: [{ decision: 'ask' }, { userId: 'anna', decision: 'answer', reason: 'On Friday.' }],
    })
    expect((await requests.decide(requestId, { caller: anna, decision: 'withdraw', shownHash })).state).toBe(
      'withdrawn',
    )
    await expect(approve(requestId, shownHash)).rejects.toMatchObject({ code: 'approval-closed' })
  })

  test('behavior: a reason is kept whatever stands in it', async () => {
    const { requestId, shownHash } = await open()
    const reason = 'a\0b \ud800 “c” <d>'
    const rejected = await requests.decide(requestId, { caller: mona, decision: 'reject', shownHash, reason })
    expect(rejected.decisions[0]?.reason).toBe('a\ufffdb \ufffd “c” <d>')
  })

  test('behavior: what was taken up once cannot be withdrawn, though it was given back', async () => {
    const { requestId, shownHash } = await open()
    await approve(requestId, shownHash)
    await requests.claim('erie', requestId)
    await requests.release('erie', requestId)
    const withdraw = requests.decide(requestId, { caller: anna, decision: 'withdraw', shownHash })
    await expect(withdraw).rejects.toMatchObject({ code: 'approval-closed' })
    expect(await requests.claim('erie', requestId)).toBe(true)
  })

  describe('what whoever asked carries out', () => {
    const read = { executor: 'requester', shown: { ...stageChange, effectClass: 'costly-read' } } as const
    const openOnce = (subjectHash: string, isEnough = true, caller = anna) =>
      requests.openOnce({ requestId: randomUUID(), caller, verdict: ask, ...read, subjectHash }, () => isEnough)

    test('behavior: asked for ten times at once it is one request; of somebody else, or no longer enough, it is another', async () => {
      const all = await Promise.all(Array.from({ length: 10 }, () => openOnce('a')))
      expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(1)
      const others = [
        await openOnce('b'),
        await openOnce('a', false),
        await openOnce('a', true, { ...anna, userId: 'sam' }),
      ]
      expect(new Set([...all, ...others].map(({ requestId }) => requestId)).size).toBe(4)
    })

    test('behavior: no gateway takes it up by itself, and it expires though it was approved', async () => {
      const { requestId, shownHash } = await openOnce('c')
      await approve(requestId, shownHash)
      expect(await requests.unfinished()).not.toContainEqual({ tenantId: 'erie', requestId })
      passMs(3_600_000)
      expect((await requests.read('erie', requestId)).state).toBe('expired')
      expect(await requests.claim('erie', requestId)).toBe(false)
      expect((await openOnce('c')).requestId).not.toBe(requestId)
    })

    test('behavior: what is running when time runs out is not expired', async () => {
      const { requestId, shownHash } = await openOnce('d')
      await approve(requestId, shownHash)
      passMs(3_599_000)
      expect(await requests.claim('erie', requestId)).toBe(true)
      passMs(2_000)
      const outcome = { state: 'done', recordId: null, message: null } as const
      expect((await requests.finish('erie', requestId, outcome)).state).toBe('done')
      expect((await openOnce('d')).requestId).not.toBe(requestId)
    })
  })

  describe('filters', () => {
    const filtering = { tenantId: 'filters', userId: 'anna', roles: ['sales'] }
    const ids = { mine: '', zoes: '', agents: '', read: '' }
    beforeAll(async () => {
      const make = async (more: Partial<OpenRequest>) => (await open({ caller: filtering, ...more })).requestId
      ids.mine = await make({})
      ids.zoes = await make({ caller: { ...filtering, userId: 'zoe' } })
      ids.agents = await make({
        agentId: 'scout',
        shown: { ...stageChange, title: 'Change 100%_\\ of “Valves”', record: undefined },
      })
      ids.read = await make({
        shown: { ...stageChange, effectClass: 'costly-read', source: 'lakehouse', question: 'Margin?' },
      })
    })
    test.each<[string, Partial<ListOptions>, (keyof typeof ids)[]]>([
      ['none', {}, ['mine', 'zoes', 'agents', 'read']],
      ['requester', { requestedBy: 'zoe' }, ['zoes']],
      ['agent', { agentId: 'scout' }, ['agents']],
      ['source', { source: 'lakehouse' }, ['read']],
      ['effect', { effectClass: 'write' }, ['mine', 'zoes', 'agents']],
      ['words in any order and case', { search: '  won  PUMPS ' }, ['mine', 'zoes', 'read']],
      ['a name of a field', { search: 'column' }, []],
      ['a word of the question', { search: 'margin' }, ['read']],
      ['wildcards as they are', { search: '100%_\\' }, ['agents']],
      ['a wildcard that stands nowhere', { search: 'S_age' }, []],
      ['two at once', { requestedBy: 'anna', search: 'valves' }, ['agents']],
      ['what no text can hold', { search: '\0', requestedBy: '\ud800' }, []],
    ])('parameters: %s', async (_name, options, expected) => {
      const manager = { ...filtering, userId: 'mona', roles: ['manager'] }
      expect((await list(manager, options)).sort()).toEqual(expected.map((name) => ids[name]).sort())
    })
    test('parameters: ids', async () => {
      const requestIds = [ids.mine.toUpperCase(), 'nonsense', randomUUID()]
      expect(await list(filtering, { requestIds })).toEqual([ids.mine])
    })
  })

  test('behavior: pages go on where the last one ended, and miss nothing that is decided meanwhile', async () => {
    const paging = { tenantId: `paging ${randomUUID()}`, userId: 'mona', roles: ['manager'] }
    const all = []
    for (let number = 0; number < 7; number++) {
      // Two at a time are of the same moment.
      passMs(number % 2)
      all.push(await open({ caller: { ...paging, userId: 'anna' } }))
    }
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await requests.list(paging, { limit: 2, before })
      seen.push(...page.requests.map(({ requestId }) => requestId))
      before = page.next ?? undefined
      const [first] = all.filter(({ requestId }) => !seen.includes(requestId))
      if (first) await approve(first.requestId, first.shownHash, paging).catch(() => undefined)
    } while (before !== undefined)
    expect([...seen].sort()).toEqual(all.map(({ requestId }) => requestId).sort())
  })

  test.each(['nonsense', btoa('[1]'), btoa('[true,"now","x"]')])(
    'behavior: refuses a made-up place %s',
    async (before) => {
      await expect(list(mona, { before })).rejects.toMatchObject({ code: 'invalid-input' })
    },
  )

  test('behavior: all is there after a restart', async () => {
    const { requestId } = await open()
    await store.reopen()
    expect((await createRequests(options).read('erie', requestId)).state).toBe('pending')
  })
})
