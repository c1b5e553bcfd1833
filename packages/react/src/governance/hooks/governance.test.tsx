import {
  createTestClient,
  sampleApproval,
  sampleAutonomy,
  sampleGrant,
  sampleSimulation,
  type TestTools,
} from '@lakefront/testing'
import { type PropsWithChildren, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { LakefrontProvider } from '../../provider/LakefrontProvider.tsx'
import { useApproval } from './approvals/useApproval.ts'
import { useApprovals } from './approvals/useApprovals.ts'
import { useDecideApproval } from './approvals/useDecideApproval.ts'
import { useAutonomy } from './autonomy/useAutonomy.ts'
import { useAutonomySimulation } from './autonomy/useAutonomySimulation.ts'
import { useSetAutonomy } from './autonomy/useSetAutonomy.ts'
import { useGrants } from './grants/useGrants.ts'
import { useRevokeGrant } from './grants/useRevokeGrant.ts'

function under(tools: TestTools) {
  const client = createTestClient(tools)
  const wrapper = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider client={client}>{children}</LakefrontProvider>
    </StrictMode>
  )
  const callsOf = (tool: string) => client.calls.filter(({ name }) => name === tool)
  return { client, wrapper, callsOf }
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5_000 })
const none = () => ({ requests: [], next: null, asOf: '' })

test('default: useApproval follows what others decide, to the edited one', async () => {
  const request = sampleApproval()
  const edited = sampleApproval({ requestId: '0b7c9a1e-58ab-4d0a-8a8f-1f2d3c4b5a69', state: 'done' })
  let known = [request]
  const { wrapper } = under({
    list_approvals: ({ requestIds = [] }) => ({
      ...none(),
      requests: known.filter(({ requestId }) => requestIds.includes(requestId)),
    }),
  })
  const { result } = await renderHook(() => useApproval(request), { wrapper })
  expect(result.current?.state).toBe('pending')
  known = [edited, { ...request, state: 'replaced', replacedBy: edited.requestId }]
  await eventually(() => expect(result.current).toEqual(edited))
})

test('behavior: after a reload an id is enough to go on following', async () => {
  const request = sampleApproval()
  const { wrapper } = under({ list_approvals: () => ({ ...none(), requests: [request] }) })
  const { result } = await renderHook(() => useApproval(request.requestId), { wrapper })
  await eventually(() => expect(result.current).toEqual(request))
})

test('behavior: a request that has ended is not asked for again', async () => {
  const ended = sampleApproval({ state: 'rejected' })
  const { client, wrapper } = under({})
  const { result } = await renderHook(() => useApproval(ended), { wrapper })
  expect(result.current).toEqual(ended)
  expect(client.calls).toEqual([])
})

test('behavior: once it is told that a request has ended, an earlier reading does not open it again', async () => {
  const request = sampleApproval()
  const { wrapper } = under({ list_approvals: () => ({ ...none(), requests: [request] }) })
  const { result, rerender } = await renderHook(
    (given?: { request: typeof request }) => useApproval(given?.request ?? request),
    { wrapper, initialProps: { request } },
  )
  await eventually(() => expect(result.current).toEqual(request))
  await rerender({ request: { ...request, state: 'done' } })
  expect(result.current?.state).toBe('done')
})

test('default: useApprovals sends its filters and pages on', async () => {
  const first = sampleApproval()
  const second = sampleApproval({ requestId: '0b7c9a1e-58ab-4d0a-8a8f-1f2d3c4b5a69' })
  const { wrapper, callsOf } = under({
    list_approvals: ({ before }) =>
      before === undefined
        ? { ...none(), requests: [first], next: 'after-first' }
        : { ...none(), requests: before === 'after-first' ? [second] : [] },
  })
  const filters = { which: 'open', search: 'line', effectClass: 'write' } as const
  const { result } = await renderHook(() => useApprovals(filters), { wrapper })
  await eventually(() => expect(result.current.hasNextPage).toBe(true))
  await result.current.fetchNextPage()
  await eventually(() => expect(result.current.data?.pages.flatMap((page) => page.requests)).toEqual([first, second]))
  expect(result.current.hasNextPage).toBe(false)
  expect(callsOf('list_approvals')[0]?.input).toMatchObject(filters)
})

test('default: useDecideApproval reads requests and grants anew', async () => {
  const request = sampleApproval()
  const { wrapper, callsOf } = under({
    list_approvals: none,
    list_grants: () => ({ grants: [], asOf: '' }),
    decide_approval: () => ({ status: 'done', request: { ...request, state: 'done' } }),
  })
  const { result } = await renderHook(
    () => ({ list: useApprovals({ which: 'open' }), grants: useGrants(), decide: useDecideApproval() }),
    { wrapper },
  )
  await eventually(() => expect(result.current.list.isSuccess && result.current.grants.isSuccess).toBe(true))
  const readings = callsOf('list_grants').length
  const { requestId, shownHash, grantCovers } = request
  const decision = { requestId, shownHash, decision: 'approve', alwaysAllow: grantCovers! } as const
  await result.current.decide.mutateAsync(decision)
  expect(callsOf('decide_approval')[0]?.input).toEqual(decision)
  await eventually(() => expect(callsOf('list_grants').length).toBeGreaterThan(readings))
})

test('default: useGrants lists, and useRevokeGrant takes back', async () => {
  const grant = sampleGrant()
  let grants = [{ ...grant, mayRevoke: true }]
  const { wrapper } = under({
    list_grants: () => ({ grants, asOf: '' }),
    revoke_grant: () => {
      grants = []
      return { grant }
    },
  })
  const { result } = await renderHook(() => [useGrants(), useRevokeGrant()] as const, { wrapper })
  await eventually(() => expect(result.current[0].data?.grants).toHaveLength(1))
  await result.current[1].mutateAsync({ grantId: grant.grantId })
  await eventually(() => expect(result.current[0].data?.grants).toEqual([]))
})

test('default: useSetAutonomy changes what useAutonomy reads', async () => {
  let setting = sampleAutonomy()
  const { wrapper } = under({
    read_autonomy: () => setting,
    set_autonomy: ({ level }) => {
      setting = sampleAutonomy({ level, version: 'second' })
      return setting
    },
  })
  const { result } = await renderHook(() => [useAutonomy(), useSetAutonomy()] as const, { wrapper })
  await eventually(() => expect(result.current[0].data?.level).toBe('propose'))
  await result.current[1].mutateAsync({ level: 'observe', version: setting.version })
  await eventually(() => expect(result.current[0].data?.version).toBe('second'))
})

test('default: useAutonomySimulation tries only the setting that stays, and keeps the last meanwhile', async () => {
  const { promise: slow, resolve } = Promise.withResolvers<void>()
  const { wrapper, callsOf } = under({
    simulate_autonomy: async ({ level }) => {
      if (level === 'autonomous') await slow
      return sampleSimulation({ allowed: level === 'autonomous' ? 57 : 0 })
    },
  })
  const { result, rerender } = await renderHook(
    (setting?: { level: 'propose' | 'limited' | 'autonomous' }) =>
      useAutonomySimulation({ level: 'propose', days: 7, ...setting, limits: {}, settleMs: 50 }),
    { wrapper, initialProps: { level: 'propose' } },
  )
  await eventually(() => expect(result.current.data?.allowed).toBe(0))
  await rerender({ level: 'limited' })
  await rerender({ level: 'autonomous' })
  expect(result.current).toMatchObject({ isPlaceholderData: true, data: { allowed: 0 } })
  await eventually(() => expect(callsOf('simulate_autonomy').length).toBeGreaterThan(1))
  expect(result.current).toMatchObject({ isPlaceholderData: true, data: { allowed: 0 } })
  resolve()
  await eventually(() => expect(result.current).toMatchObject({ isPlaceholderData: false, data: { allowed: 57 } }))
  const levels = callsOf('simulate_autonomy').map(({ input }) => (input as { level: string }).level)
  expect(levels).not.toContain('limited')
})
