'use client'
import { useWords } from '../kit/useWords.ts'
import { cost as de } from '../messages/cost/de.ts'
import { cost as en } from '../messages/cost/en.ts'

/** The words of costs, in the language of the kit. */
export function useCostWords() {
  return useWords('cost', { en, de })
}
