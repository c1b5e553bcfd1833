'use client'
import { useWords } from '../kit/useWords.ts'
import { grants as de } from '../messages/grants/de.ts'
import { grants as en } from '../messages/grants/en.ts'

/** The words of standing permissions, in the language of the kit. */
export function useGrantWords() {
  return useWords('grants', { en, de })
}
