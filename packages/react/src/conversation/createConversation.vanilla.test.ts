import { createTestClient, sampleAnswer } from '@lakefront/testing'
import { expect, test, vi } from 'vitest'

vi.mock('react', () => ({}))

test('runs without React', async () => {
  const { createConversation } = await import('./createConversation.ts')
  const conversation = createConversation({ client: createTestClient({ ask: () => sampleAnswer() }) })
  expect((await conversation.ask('margin?')).status).toBe('answered')
})
