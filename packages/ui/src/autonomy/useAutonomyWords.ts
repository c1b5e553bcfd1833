'use client'
import { useWords } from '../kit/useWords.ts'
import { autonomy as de } from '../messages/autonomy/de.ts'
import { autonomy as en } from '../messages/autonomy/en.ts'

/** The words of autonomy, in the language of the kit. */
export function useAutonomyWords() {
  return useWords('autonomy', { en, de })
}
