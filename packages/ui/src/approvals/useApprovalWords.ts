'use client'
import { useWords } from '../kit/useWords.ts'
import { approval as de } from '../messages/approval/de.ts'
import { approval as en } from '../messages/approval/en.ts'

/** The words of requests, in the language of the kit. */
export function useApprovalWords() {
  return useWords('approval', { en, de })
}
