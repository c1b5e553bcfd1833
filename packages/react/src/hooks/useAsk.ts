'use client'
import type { Conversation, ConversationState } from '../conversation/types.ts'
import { useConversation, useConversationStore } from './useConversation.ts'

export type UseAskReturnType = Pick<Conversation, 'ask' | 'stop' | 'retry' | 'clear'> & {
  status: ConversationState['status']
}

/** What a composer needs: to ask, to stop, and whether something runs. Does not re-render while an answer streams. */
export function useAsk(): UseAskReturnType {
  const { ask, stop, retry, clear } = useConversationStore()
  const status = useConversation((state) => state.status)
  return { ask, stop, retry, clear, status }
}
