import type { ConversationKey, ConversationStorage } from './types.ts'

const prefix = 'lakefront.conversation.'

/** Without a value it says whose place this is. */
type Entry = { scope: string; value?: unknown }

/**
 * Keeps conversations in the browser's `sessionStorage`: in this tab, until it is closed. A tab holds the conversation
 * of one person only: whoever signs in next finds nothing, and what the one before has asked is removed. A browser
 * without storage, or with a full one, keeps nothing and says nothing.
 */
export function createSessionConversationStorage(): ConversationStorage {
  return {
    load(key) {
      const entry = read(key)
      if (entry?.scope === key.scope) return entry.value
      write(key, undefined)
      return undefined
    },
    save(key, value) {
      // What the one before has left running ends after they have gone, and is not let in again.
      if (read(key)?.scope === key.scope) write(key, value)
    },
    remove(key) {
      if (read(key)?.scope === key.scope) write(key, undefined)
    },
  }
}

function read(key: ConversationKey): Entry | undefined {
  return orNothing(() => JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') ?? undefined)
}

function write(key: ConversationKey, value: unknown): void {
  const entry: Entry = { scope: key.scope, value }
  orNothing(() => sessionStorage.setItem(nameOf(key), JSON.stringify(entry)))
}

function nameOf({ conversation }: ConversationKey): string {
  return prefix + conversation
}

/** There may be no storage, it may be forbidden or full, and what is in it may be anything. */
function orNothing<value>(run: () => value): value | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
