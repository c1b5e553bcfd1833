import type { Answer, ApprovalRequest } from '@lakefront/contract'
import { createTestClient, sampleAnswer, sampleCostlyRead } from '@lakefront/testing'
import { type PropsWithChildren, StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { ConversationProvider } from '../../../conversation/ConversationProvider.tsx'
import { createSessionConversationStorage } from '../../../conversation/storage/createSessionConversationStorage.ts'
import type { Turn } from '../../../conversation/types.ts'
import { useAsk } from '../../../hooks/useAsk.ts'
import { useConversation } from '../../../hooks/useConversation.ts'
import { LakefrontProvider } from '../../../provider/LakefrontProvider.tsx'
import { useTurnApproval } from './useTurnApproval.ts'

afterEach(() => sessionStorage.clear())

const { requestId: approvalId } = sampleCostlyRead()
const idle: Turn = {
  ...{ id: 'none', question: '', status: 'answered', title: '', explanation: '', text: '' },
  ...{ steps: [], warnings: [], suggestions: [], askedAt: '' },
}

/** A gateway that answers only what was agreed to, and a page that a reload can come between. */
function openGateway() {
  let request = sampleCostlyRead()
  const { result: _result, ...waiting } = sampleAnswer({ status: 'approval-required', text: 'Manager has to agree.' })
  const slow = Promise.withResolvers<Answer>()
  const open = async () => {
    const client = createTestClient(
      {
        ask: ({ question, approvalId: given }) => {
          if (question === 'slow') return slow.promise
          return given === request.requestId && request.state === 'approved'
            ? sampleAnswer()
            : { ...waiting, approval: request }
        },
        list_approvals: () => ({ requests: [request], next: null, asOf: '' }),
      },
      { scope: 'dana' },
    )
    const wrapper = ({ children }: PropsWithChildren) => (
      <StrictMode>
        <LakefrontProvider client={client}>
          <ConversationProvider storage={createSessionConversationStorage()}>{children}</ConversationProvider>
        </LakefrontProvider>
      </StrictMode>
    )
    const read = () => {
      const turn = useConversation((state) => state.turns[0])
      return { ...useAsk(), turn, approval: useTurnApproval(turn ?? idle) }
    }
    const page = await renderHook(read, { wrapper })
    const asked = () => client.calls.filter(({ name }) => name === 'ask').map(({ input }) => input)
    const statusIs = (status: string) =>
      vi.waitFor(() => expect(page.result.current.turn?.status).toBe(status), { timeout: 5_000 })
    return { ...page, asked, statusIs }
  }
  return { open, slow, become: (change: Partial<ApprovalRequest>) => (request = { ...request, ...change }) }
}

test('default: the same turn goes on once as soon as somebody has agreed', async () => {
  const { open, become } = openGateway()
  const { act, result, asked, statusIs } = await open()
  await act(async () => void (await result.current.ask('margin?')))
  expect(result.current.turn).toMatchObject({ status: 'approval-required', approvalId })
  expect(result.current.approval.data).toMatchObject({ state: 'pending' })
  become({ state: 'approved' })
  await statusIs('answered')
  expect(asked()).toMatchObject([{ question: 'margin?' }, { question: 'margin?', approvalId }])
  expect(result.current.turn).toMatchObject({ id: 'turn-1', approvalId: undefined })
})

test('behavior: it goes on after a reload, and the browser was given nothing of the request but its id', async () => {
  const { open, become } = openGateway()
  const before = await open()
  await before.act(async () => void (await before.result.current.ask('margin?')))
  const written = Object.values({ ...sessionStorage }).join()
  expect(written).toContain(approvalId)
  expect(written).not.toContain('$7.40')
  await before.unmount()

  const { result, asked, statusIs } = await open()
  expect(result.current.turn).toMatchObject({ status: 'approval-required', restored: true, approvalId })
  await vi.waitFor(() => expect(result.current.approval.data).toMatchObject({ state: 'pending' }))
  become({ state: 'approved' })
  await statusIs('answered')
  expect(asked()).toMatchObject([{ question: 'margin?', approvalId }])
})

test('behavior: it does not stop a question that is being answered', async () => {
  const { open, become, slow } = openGateway()
  const { act, result, asked, statusIs } = await open()
  await act(async () => void (await result.current.ask('margin?')))
  await act(async () => void result.current.ask('slow'))
  become({ state: 'approved' })
  await vi.waitFor(() => expect(result.current.approval.data).toMatchObject({ state: 'approved' }), { timeout: 5_000 })
  expect(asked()).toHaveLength(2)
  slow.resolve(sampleAnswer())
  await statusIs('answered')
  expect(asked().at(-1)).toMatchObject({ question: 'margin?', approvalId })
})

test.each(['rejected', 'expired', 'withdrawn'] as const)('behavior: what was %s is not asked again', async (state) => {
  const { open, become } = openGateway()
  const { act, result, asked } = await open()
  await act(async () => void (await result.current.ask('margin?')))
  become({ state })
  await vi.waitFor(() => expect(result.current.approval.data).toMatchObject({ state }), { timeout: 5_000 })
  expect(result.current.turn?.status).toBe('approval-required')
  expect(asked()).toHaveLength(1)
})
