import { de } from './de.ts'
import { en } from './en.ts'
import type { Messages } from './types.ts'

const shipped: Record<string, Messages> = { en, de }

/** The shipped messages of a locale's language, English for languages that we do not ship, with the host's own on top. */
export function resolveMessages(locale: string, overrides?: Partial<Messages>): Messages {
  const [language = 'en'] = locale.toLowerCase().split('-')
  const base = shipped[language] ?? en
  return overrides ? { ...base, ...overrides } : base
}
