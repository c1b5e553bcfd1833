import { expect, test } from 'vitest'
import { createConversations } from './conversations.ts'

const zoe = { tenantId: 'erie', userId: 'zoe', roles: [] }

test('default', () => {
  const conversations = createConversations()
  conversations.remember(zoe, 'c1', { measure: 'revenue' })
  expect(conversations.recall(zoe, 'c1')).toEqual({ measure: 'revenue' })
  expect(conversations.recall(zoe, 'c2')).toBeUndefined()
})

test('behavior: nobody else can take a conversation up', () => {
  const conversations = createConversations()
  conversations.remember(zoe, 'c1', 'intent')
  expect(conversations.recall({ ...zoe, userId: 'raul' }, 'c1')).toBeUndefined()
  expect(conversations.recall({ ...zoe, tenantId: 'other' }, 'c1')).toBeUndefined()
})

test('parameters: timeToLiveMs', () => {
  let now = 0
  const conversations = createConversations({ timeToLiveMs: 100, now: () => now })
  conversations.remember(zoe, 'c1', 'intent')
  now = 100
  expect(conversations.recall(zoe, 'c1')).toBeUndefined()
})

test('parameters: maxConversations forgets the longest untouched', () => {
  const conversations = createConversations({ maxConversations: 2 })
  conversations.remember(zoe, 'c1', 1)
  conversations.remember(zoe, 'c2', 2)
  conversations.remember(zoe, 'c1', 3)
  conversations.remember(zoe, 'c3', 4)
  expect(['c1', 'c2', 'c3'].map((id) => conversations.recall(zoe, id))).toEqual([3, undefined, 4])
})
