'use client'
import { useContext, useSyncExternalStore } from 'react'
import { ConversationContext } from '../conversation/ConversationContext.ts'
import type { Conversation, ConversationState } from '../conversation/types.ts'

const everything = (state: ConversationState) => state

/** Reads the conversation. With `select` it re-renders only when that slice changes, so a token stream redraws little. */
export function useConversation(): ConversationState
export function useConversation<slice>(select: (state: ConversationState) => slice): slice
export function useConversation(select: (state: ConversationState) => unknown = everything) {
  const conversation = useConversationStore()
  const read = () => select(conversation.getState())
  const readFirst = () => select(conversation.getInitialState())
  return useSyncExternalStore(conversation.subscribe, read, readFirst)
}

/** The conversation itself, for code that runs outside rendering. */
export function useConversationStore(): Conversation {
  const conversation = useContext(ConversationContext)
  if (!conversation) throw new Error('Lakefront: conversation hooks must be placed within <ConversationProvider>.')
  return conversation
}
