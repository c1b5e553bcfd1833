import { SourceError } from '@lakefront/client'
import type { Answer } from '@lakefront/contract'
import {
  createTestClient,
  playAnswer,
  sampleAnswer,
  sampleResultPage,
  type TestCallContext,
  type TestTools,
} from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { createConversation } from './createConversation.ts'

function under(ask: NonNullable<TestTools['ask']>, context?: { entity: string; id: string }) {
  const client = createTestClient({ ask })
  const conversation = createConversation({ client, context, now: () => Date.parse('2026-11-20T10:41:06Z') })
  return { client, conversation }
}

/** An answer that a test gives when it likes. */
function heldAnswer() {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  let stage: TestCallContext | undefined
  return {
    resolve,
    reject,
    emit: (...events: Parameters<TestCallContext['emit']>) => stage?.emit(...events),
    ask: (_input: unknown, context: TestCallContext) => {
      stage = context
      context.signal.addEventListener('abort', () => reject(context.signal.reason))
      return promise
    },
  }
}

test('default', async () => {
  const { conversation } = under((input) => sampleAnswer({ question: input.question }))
  const asked = conversation.ask('margin?')
  expect(conversation.getState()).toMatchObject({
    status: 'asking',
    turns: [{ question: 'margin?', status: 'asking' }],
  })
  expect(await asked).toMatchObject({ id: 'turn-1', status: 'answered', title: 'Gross margin by account' })
  expect(conversation.getState()).toMatchObject({ status: 'idle', conversationId: 'conversation-1' })
})

test('behavior: what happens is seen as it happens', async () => {
  const answer = sampleAnswer()
  const { conversation } = under((_input, { emit, signal }) =>
    playAnswer({ emit: async (event) => emit(event), signal, sleep: async () => {} }, answer),
  )
  const seen: string[] = []
  conversation.subscribe(() => {
    const status = conversation.getState().turns[0]?.status ?? ''
    if (seen.at(-1) !== status) seen.push(status)
  })
  await conversation.ask('margin?')
  expect(seen).toEqual(['asking', 'planned', 'running', 'answered'])
})

test('behavior: a follow-up is asked in the same conversation, from the same record', async () => {
  const { client, conversation } = under(() => sampleAnswer(), { entity: 'account', id: '1001' })
  await conversation.ask('margin?')
  await conversation.ask('only 2025')
  expect(client.calls.map(({ input }) => input)).toEqual([
    { question: 'margin?', conversationId: undefined, context: { entity: 'account', id: '1001' } },
    { question: 'only 2025', conversationId: 'conversation-1', context: { entity: 'account', id: '1001' } },
  ])
})

test('behavior: asking the same while it runs joins that run', async () => {
  const held = heldAnswer()
  const { client, conversation } = under(held.ask)
  const first = conversation.ask('margin?')
  expect(conversation.ask('margin?')).toBe(first)
  held.resolve(sampleAnswer())
  await first
  expect(client.calls).toHaveLength(1)
  expect(conversation.getState().turns).toHaveLength(1)
})

test('behavior: asking something else stops what runs', async () => {
  const held = heldAnswer()
  const { client, conversation } = under((input, context) =>
    input.question === 'margin?' ? held.ask(input, context) : sampleAnswer(),
  )
  void conversation.ask('margin?')
  await conversation.ask('revenue?')
  expect(client.calls[0]?.signal.aborted).toBe(true)
  expect(conversation.getState().turns.map(({ status }) => status)).toEqual(['cancelled', 'answered'])
})

test('behavior: stopping reaches the gateway, keeps what had arrived, and lets nothing in afterwards', async () => {
  const held = heldAnswer()
  const { client, conversation } = under(held.ask)
  const asked = conversation.ask('margin?')
  held.emit({ type: 'text-delta', text: 'Cleveland’s' })
  conversation.stop()
  held.emit({ type: 'text-delta', text: ' 42 accounts' })
  held.resolve(sampleAnswer())

  expect(await asked).toMatchObject({ status: 'cancelled', text: 'Cleveland’s', error: { code: 'cancelled' } })
  expect(conversation.getState().status).toBe('idle')
  expect(client.calls[0]?.signal.aborted).toBe(true)
})

test('behavior: an error of the gateway is an end like others', async () => {
  const retryAt = new Date('2026-11-20T10:42:00Z')
  const { conversation } = under(() => {
    throw new SourceError('source-unavailable', {
      message: 'The lakehouse is currently unavailable.',
      source: 'lakehouse',
      retryAt,
    })
  })
  expect(await conversation.ask('margin?')).toMatchObject({
    status: 'unavailable',
    answeredAt: '2026-11-20T10:41:06.000Z',
    error: { code: 'source-unavailable', source: 'lakehouse', retryAt: '2026-11-20T10:42:00.000Z', retryable: true },
  })
})

test('behavior: a fault that nobody planned does not leave the turn running', async () => {
  const { conversation } = under(() => {
    throw new TypeError('undefined is not a function')
  })
  expect(await conversation.ask('margin?')).toMatchObject({ status: 'failed', error: { code: 'internal' } })
  expect(conversation.getState().status).toBe('idle')
})

test('behavior: a retry takes the place of its turn', async () => {
  const ask = vi
    .fn()
    .mockImplementationOnce(() => Promise.reject(new TypeError('no')))
    .mockImplementation(() => sampleAnswer())
  const { conversation } = under(ask)
  const { id } = await conversation.ask('margin?')
  await conversation.ask('revenue?')
  expect(await conversation.retry(id)).toMatchObject({ id, question: 'margin?', status: 'answered' })
  expect(conversation.getState().turns.map(({ question }) => question)).toEqual(['margin?', 'revenue?'])
})

test('behavior: retrying twice runs once', async () => {
  const held = heldAnswer()
  let count = 0
  const { client, conversation } = under((input, context) =>
    count++ === 0 ? sampleAnswer() : held.ask(input, context),
  )
  const { id } = await conversation.ask('margin?')
  const retried = conversation.retry(id)
  expect(conversation.retry(id)).toBe(retried)
  held.resolve(sampleAnswer())
  await retried
  expect(client.calls).toHaveLength(2)
})

test('behavior: clearing starts a new conversation from the same record', async () => {
  const { client, conversation } = under(() => sampleAnswer(), { entity: 'account', id: '1001' })
  await conversation.ask('margin?')
  conversation.clear()
  expect(conversation.getState()).toMatchObject({ turns: [], status: 'idle', conversationId: undefined })
  const next = await conversation.ask('margin?')
  expect(next.id).toBe('turn-2')
  expect(client.calls[1]?.input).toMatchObject({ conversationId: undefined, context: { id: '1001' } })
})

const longPage = sampleResultPage({ rowCount: null, complete: false })

test('behavior: stopping also stops the rows that still arrive', async () => {
  const held = heldAnswer()
  const { client, conversation } = under(held.ask)
  void conversation.ask('margin?')
  held.emit({ type: 'result-ready', result: longPage })
  conversation.stop()
  expect(client.stopped).toEqual([longPage.handle])
  expect(conversation.getState().turns[0]).toMatchObject({ status: 'cancelled', result: { handle: longPage.handle } })
})

test('behavior: stopping leaves alone what has arrived whole', async () => {
  const held = heldAnswer()
  const { client, conversation } = under(held.ask)
  void conversation.ask('margin?')
  held.emit({ type: 'result-ready', result: sampleResultPage() })
  conversation.stop()
  expect(client.stopped).toEqual([])
})

test('behavior: asking again, and clearing, stop what nobody can see any more', async () => {
  const { client, conversation } = under(() => sampleAnswer({ result: longPage }))
  const { id } = await conversation.ask('margin?')
  await conversation.retry(id)
  expect(client.stopped).toEqual([longPage.handle])
  conversation.clear()
  expect(client.stopped).toEqual([longPage.handle, longPage.handle])
})

test('behavior: the next question leaves the rows of the last to whoever reads them', async () => {
  const { client, conversation } = under(() => sampleAnswer({ result: longPage }))
  await conversation.ask('margin?')
  await conversation.ask('revenue?')
  expect(client.stopped).toEqual([])
})

test('behavior: a turn is asked again from the record that it was asked from', async () => {
  const { client, conversation } = under(() => sampleAnswer(), { entity: 'account', id: '1001' })
  const { id } = await conversation.ask('what does this account owe?')
  conversation.setContext({ entity: 'account', id: '2002' })
  await conversation.retry(id)
  await conversation.ask('and this one?')
  expect(client.calls.map(({ input }) => (input as { context: unknown }).context)).toEqual([
    { entity: 'account', id: '1001' },
    { entity: 'account', id: '1001' },
    { entity: 'account', id: '2002' },
  ])
})

test('behavior: the same words from another record are another question', async () => {
  const held = heldAnswer()
  const { client, conversation } = under(held.ask, { entity: 'account', id: '1001' })
  const first = conversation.ask('what does this account owe?')
  conversation.setContext({ entity: 'account', id: '2002' })
  expect(conversation.ask('what does this account owe?')).not.toBe(first)
  expect(client.calls).toHaveLength(2)
  conversation.stop()
})
