'use client'
import type { PartMessages } from '../messages/parts.ts'
import { useKit } from './KitContext.ts'

/** The words of a part in the language of the kit, English for languages that we do not ship, the host's own on top. */
export function useWords<name extends keyof PartMessages>(
  part: name,
  shipped: { en: PartMessages[name] } & Record<string, PartMessages[name]>,
): PartMessages[name] {
  const { messages } = useKit()
  return { ...(shipped[messages.language] ?? shipped.en), ...messages[part] }
}
