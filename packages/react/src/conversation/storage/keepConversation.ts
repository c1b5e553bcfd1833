import type { StoreApi } from 'zustand/vanilla'
import type { ConversationState, Turn } from '../types.ts'
import { readStored } from './readStored.ts'
import { toStoredTurn } from './toStoredTurn.ts'
import { type ConversationKey, type ConversationStorage, mostStoredTurns, storedVersion } from './types.ts'

/** Brings back what a storage has of a conversation, and keeps it up to date from then on. Runs nothing. */
export function keepConversation(
  { setState, subscribe }: StoreApi<ConversationState>,
  storage: ConversationStorage,
  key: ConversationKey,
): void {
  const known = readStored(storage.load(key))
  if (known) setState(known)

  subscribe(({ turns, conversationId }, before) => {
    if (turns.length === 0) {
      if (before.turns.length > 0) storage.remove(key)
      return
    }
    if (conversationId === before.conversationId && !isNews(turns, before.turns)) return
    const kept = turns.slice(-mostStoredTurns).map(toStoredTurn)
    storage.save(key, { version: storedVersion, conversationId, turns: kept })
  })
}

/** Words of the finding arrive by the dozen and are not kept, so they are no reason to write. */
function isNews(turns: readonly Turn[], before: readonly Turn[]): boolean {
  if (turns === before) return false
  if (turns.length !== before.length) return true
  return turns.some(({ status, result, askedAt }, index) => {
    const known = before[index]
    return status !== known?.status || result !== known.result || askedAt !== known.askedAt
  })
}
