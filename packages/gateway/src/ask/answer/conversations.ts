import type { Caller } from '../../results/port.ts'

/** What planners remember of conversations: intents, never rows. In this process only, bounded, and never shared. */
export type Conversations = {
  recall(caller: Caller, conversationId: string): unknown
  remember(caller: Caller, conversationId: string, memory: unknown): void
}

export type ConversationsOptions = {
  /** Milliseconds that a conversation is remembered after its last question. Default one hour. */
  timeToLiveMs?: number | undefined
  /** Most conversations remembered; the longest untouched goes first. Default 10,000. */
  maxConversations?: number | undefined
  now?: (() => number) | undefined
}

/** Remembers conversations, each for the caller that had it. */
export function createConversations({
  timeToLiveMs = 3_600_000,
  maxConversations = 10_000,
  now = Date.now,
}: ConversationsOptions = {}): Conversations {
  const entries = new Map<string, { memory: unknown; expiresAt: number }>()

  return {
    recall(caller, conversationId) {
      const entry = entries.get(keyOf(caller, conversationId))
      return entry && entry.expiresAt > now() ? entry.memory : undefined
    },
    remember(caller, conversationId, memory) {
      const key = keyOf(caller, conversationId)
      entries.delete(key)
      entries.set(key, { memory, expiresAt: now() + timeToLiveMs })
      const [oldest] = entries.keys()
      if (entries.size > maxConversations && oldest !== undefined) entries.delete(oldest)
    },
  }
}

function keyOf({ tenantId, userId }: Caller, conversationId: string): string {
  return JSON.stringify([tenantId, userId, conversationId])
}
