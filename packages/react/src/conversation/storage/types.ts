import type { Turn } from '../types.ts'

/** Whose conversation it is, and which one of theirs. */
export type ConversationKey = {
  /** The client's scope: whoever is signed in. Nobody is given what another has asked. */
  scope: string
  /** The host's name for the conversation. */
  conversation: string
}

/** What is kept of a conversation. Made by `toStoredTurn` alone: never a row, nor a value that was read from one. */
export type StoredConversation = {
  /** Goes up when the form changes; what has another number is dropped. */
  version: typeof storedVersion
  /** The gateway's name for the conversation, so that a follow-up is understood after a reload. */
  conversationId?: string | undefined
  /** The last {@link mostStoredTurns}, oldest first. */
  turns: readonly Turn[]
}

/**
 * Where a conversation is kept while its page is away. It must answer at once and never throw; what it gives back is
 * checked, and dropped when it cannot be read.
 */
export type ConversationStorage = {
  load(key: ConversationKey): unknown
  save(key: ConversationKey, value: StoredConversation): void
  remove(key: ConversationKey): void
}

export const storedVersion = 1
export const mostStoredTurns = 500
