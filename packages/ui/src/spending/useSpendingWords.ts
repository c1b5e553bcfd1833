'use client'
import { useWords } from '../kit/useWords.ts'
import { spending as de } from '../messages/spending/de.ts'
import { spending as en } from '../messages/spending/en.ts'

/** The words of budgets and of the report of spending, in the language of the kit. */
export function useSpendingWords() {
  return useWords('spending', { en, de })
}
