import type { ConversationKey, ConversationStorage } from './types.ts'

const prefix = 'lakefront.conversation.'

/** Without a value it says whose place this is. */
type Entry = { scope: string; value?: unknown }

/**
 * Keeps conversations in the browser's `sessionStorage`: in this tab, until it is closed. A tab holds the conversation
 * of one person only: whoever signs in next finds nothing, and what the one before has asked is removed. Where there is
 * no room for all turns, the newest are kept; where there is no storage, nothing is, and nothing is said.
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
      if (read(key)?.scope !== key.scope) return
      let { turns } = value
      while (!write(key, { ...value, turns }) && turns.length > 0) turns = turns.slice(Math.ceil(turns.length / 2))
    },
    remove(key) {
      if (read(key)?.scope === key.scope) write(key, undefined)
    },
  }
}

function read(key: ConversationKey): Entry | undefined {
  return orNothing(() => JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') ?? undefined)
}

/** Whether there was room for it. */
function write(key: ConversationKey, value: unknown): boolean {
  const entry: Entry = { scope: key.scope, value }
  return orNothing(() => sessionStorage.setItem(nameOf(key), JSON.stringify(entry)) ?? true) === true
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
