import { GatewayUnreachableError } from '@lakefront/client'
import { createTestClient, playAnswer, sampleAnswer, sampleResultPage, type TestTools } from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { createConversation } from '../createConversation.ts'
import type { ConversationKey, ConversationStorage, StoredConversation } from './types.ts'

/** Holds what a browser would hold: text. */
function memoryStorage() {
  const written = new Map<string, string>()
  const nameOf = ({ scope, conversation }: ConversationKey) => `${scope} ${conversation}`
  const storage: ConversationStorage = {
    load: (key) => JSON.parse(written.get(nameOf(key)) ?? 'null'),
    save: vi.fn((key, value) => void written.set(nameOf(key), JSON.stringify(value))),
    remove: (key) => void written.delete(nameOf(key)),
  }
  return { written, storage }
}

const answering: TestTools = { ask: ({ question }) => sampleAnswer({ question }) }

/** A page with a conversation in it; the next one is the page after a reload. */
function open(storage: ConversationStorage, tools: TestTools = answering, scope = 'dana') {
  const client = createTestClient(tools, { scope })
  return { client, conversation: createConversation({ client, storage }) }
}

test('default: turns come back in order, and nothing is asked', async () => {
  const { storage } = memoryStorage()
  const before = open(storage)
  await before.conversation.ask('margin?')
  await before.conversation.ask('revenue?')

  const { client, conversation } = open(storage)
  const handle = sampleResultPage().handle
  expect(conversation.getState()).toMatchObject({ status: 'idle', conversationId: 'conversation-1' })
  expect(conversation.getState().turns).toMatchObject([
    { id: 'turn-1', question: 'margin?', status: 'answered', restored: true, text: '', result: { handle, rows: [] } },
    { id: 'turn-2', question: 'revenue?', status: 'answered', restored: true, text: '', result: { handle, rows: [] } },
  ])
  expect(client.calls).toEqual([])
})

test('behavior: the conversation goes on where it was', async () => {
  const { storage } = memoryStorage()
  await open(storage).conversation.ask('margin?')
  const { client, conversation } = open(storage)
  const next = await conversation.ask('only 2025')
  expect(next.id).toBe('turn-2')
  expect(client.calls[0]?.input).toMatchObject({ question: 'only 2025', conversationId: 'conversation-1' })
})

test('behavior: asking a restored turn again makes it whole', async () => {
  const { storage } = memoryStorage()
  await open(storage).conversation.ask('margin?')
  const { conversation } = open(storage)
  const again = await conversation.retry('turn-1')
  expect(again.restored).toBeUndefined()
  expect(again.text).toContain('$17.84 M')
})

test('behavior: a restored turn is asked again from the record that it was asked from', async () => {
  const { storage, written } = memoryStorage()
  const before = open(storage)
  before.conversation.setContext({ entity: 'account', id: '1001', label: 'Great Lakes Fastener & Supply' })
  await before.conversation.ask('what does this account owe?')
  expect([...written.values()].join()).not.toContain('Great Lakes')

  const { client, conversation } = open(storage)
  conversation.setContext({ entity: 'account', id: '2002', label: 'Cuyahoga Hydraulics' })
  await conversation.retry('turn-1')
  expect(client.calls[0]?.input).toMatchObject({ context: { entity: 'account', id: '1001' } })
})

test.each(['asking', 'planned', 'running'])(
  'behavior: a turn that was %s is interrupted, and does not run',
  (stage) => {
    const { storage } = memoryStorage()
    const answer = sampleAnswer()
    const { conversation } = open(storage, {
      ask: (_input, { emit, signal }) => {
        const sleep = () => new Promise<void>(() => {})
        if (stage === 'asking') return new Promise(() => {})
        if (stage === 'planned') {
          emit({ type: 'plan-ready', title: answer.title, explanation: '', steps: answer.steps, cost: answer.cost })
          return new Promise(() => {})
        }
        emit({ type: 'result-ready', result: answer.result! })
        return playAnswer({ emit: async () => {}, signal, sleep }, answer, { stepMs: 1 })
      },
    })
    void conversation.ask('margin?')
    expect(conversation.getState().turns[0]?.status).toBe(stage)

    const reloaded = open(storage)
    expect(reloaded.conversation.getState()).toMatchObject({ status: 'idle', turns: [{ status: 'interrupted' }] })
    expect(reloaded.conversation.getState().turns[0]?.result).toBeUndefined()
    expect(JSON.stringify(reloaded.conversation.getState().turns)).not.toContain('"running"')
    expect(reloaded.client.calls).toEqual([])
  },
)

test('behavior: a connection that breaks as the page goes away is no fault of the gateway', async () => {
  vi.useFakeTimers()
  const { storage } = memoryStorage()
  const { conversation } = open(storage, {
    ask: () => {
      throw new GatewayUnreachableError({ url: 'http://gateway.test/mcp', cause: new TypeError('Failed to fetch') })
    },
  })
  expect((await conversation.ask('margin?')).status).toBe('unavailable')
  const statusAfterReload = () => open(storage).conversation.getState().turns[0]?.status
  expect(statusAfterReload()).toBe('interrupted')
  vi.runAllTimers()
  expect(statusAfterReload()).toBe('unavailable')
  vi.useRealTimers()
})

test('behavior: nobody sees what another has asked', async () => {
  const { storage } = memoryStorage()
  await open(storage).conversation.ask('margin?')
  expect(open(storage, answering, 'marcus').conversation.getState().turns).toEqual([])
})

test('behavior: a new conversation leaves nothing behind', async () => {
  const { storage, written } = memoryStorage()
  const { conversation } = open(storage)
  await conversation.ask('margin?')
  conversation.clear()
  expect(written.size).toBe(0)
})

test('behavior: only the last 500 turns are kept', async () => {
  const { storage } = memoryStorage()
  const key = { scope: 'dana', conversation: 'main' }
  await open(storage).conversation.ask('margin?')
  const before = storage.load(key) as StoredConversation
  const turns = Array.from({ length: 498 }, (_, index) => ({ ...before.turns[0]!, id: `turn-${index + 1}` }))
  storage.save(key, { ...before, turns })

  const { conversation } = open(storage)
  for (let count = 499; count <= 503; count++) await conversation.ask(`question ${count}`)
  const kept = open(storage).conversation.getState().turns
  expect(kept).toHaveLength(500)
  expect([kept[0]?.id, kept.at(-1)?.question]).toEqual(['turn-4', 'question 503'])
})

test('behavior: the words of a finding are no reason to write', async () => {
  const { storage } = memoryStorage()
  const { conversation } = open(storage, {
    ask: (_input, { emit }) => {
      for (let count = 0; count < 500; count++) emit({ type: 'text-delta', text: 'word ' })
      return sampleAnswer()
    },
  })
  await conversation.ask('margin?')
  expect(vi.mocked(storage.save).mock.calls.length).toBeLessThan(5)
})

test.each([
  undefined,
  3,
  {},
  { version: 2, turns: [] },
  { version: 1, turns: 'none' },
  { version: 1, turns: [{ id: 'turn-1' }] },
  { version: 1, turns: [null] },
])('behavior: what cannot be read is dropped: %j', (value) => {
  const { storage } = memoryStorage()
  const { conversation } = open({ ...storage, load: () => value })
  expect(conversation.getState().turns).toEqual([])
})

test('behavior: a server, and the page that takes over from it, start empty', async () => {
  const { storage } = memoryStorage()
  await open(storage).conversation.ask('margin?')
  expect(open(storage).conversation.getInitialState().turns).toEqual([])
})
