import type { StoreApi } from 'zustand/vanilla'
import type { ConversationState, Turn } from '../types.ts'
import { readStored } from './readStored.ts'
import { toStoredTurn } from './toStoredTurn.ts'
import { type ConversationKey, type ConversationStorage, mostStoredTurns, storedVersion } from './types.ts'

/** Brings back what a storage has of a conversation, and keeps it up to date from then on. Runs nothing. */
export function keepConversation(
  { getState, setState, subscribe }: StoreApi<ConversationState>,
  storage: ConversationStorage,
  key: ConversationKey,
): void {
  const known = readStored(storage.load(key))
  if (known) setState(known)

  // Turns do not change once they have ended, and a long conversation has many of them.
  const storedTurns = new WeakMap<Turn, Turn>()
  function storedTurn(turn: Turn): Turn {
    const stored = storedTurns.get(turn) ?? toStoredTurn(turn)
    storedTurns.set(turn, stored)
    return stored
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  function write() {
    const { turns, conversationId } = getState()
    const kept = turns.slice(-mostStoredTurns).map(storedTurn)
    if (kept.length === 0) storage.remove(key)
    else storage.save(key, { version: storedVersion, conversationId, turns: kept })
  }

  subscribe(({ turns, conversationId }, before) => {
    if (conversationId === before.conversationId && !isNews(turns, before.turns)) return
    clearTimeout(timer)
    if (hasFailed(turns, before.turns)) timer = setTimeout(write, partingMs)
    else write()
  })
}

/**
 * A page that goes away breaks its own connections first, which looks like a fault. A fault is written when the page is
 * still there after this long; until then the turn is known as one that ran.
 */
const partingMs = 3_000

function hasFailed(turns: readonly Turn[], before: readonly Turn[]): boolean {
  return turns.some(
    ({ status }, index) => (status === 'unavailable' || status === 'failed') && status !== before[index]?.status,
  )
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
