import type { Conversation, Turn } from '@lakefront/react'

/** A conversation that stays as it is given. */
export function heldConversation(turns: readonly Turn[]): Conversation {
  const state = { turns, status: 'idle' as const, conversationId: 'conversation-1' }
  const unasked = () => Promise.reject(new Error('Nobody asks anything here.'))
  return {
    getState: () => state,
    getInitialState: () => state,
    subscribe: () => () => {},
    ask: unasked,
    retry: unasked,
    stop() {},
    clear() {},
    setContext() {},
  }
}
