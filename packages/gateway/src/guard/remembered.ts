import { LRUCache } from 'lru-cache'

/** Characters of the texts that one function keeps the answers to. */
const mostCharacters = 4_000_000

/**
 * The same function, which remembers what it answered for the texts it was last asked about: a statement is looked at
 * several times on its way, and again whenever it is paged, repeated or exported. Only for answers that nobody changes.
 */
export function remembered<Context extends string, Value>(
  answer: (text: string, context: Context) => Value,
): (text: string, context: Context) => Value {
  const answers = new LRUCache<string, { value: Value }>({
    maxSize: mostCharacters,
    sizeCalculation: (_value, key) => key.length,
  })
  return (text, context) => {
    const key = `${context} ${text}`
    const known = answers.get(key)
    if (known) return known.value
    const value = answer(text, context)
    answers.set(key, { value })
    return value
  }
}
