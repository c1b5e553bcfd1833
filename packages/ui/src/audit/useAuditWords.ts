'use client'
import { useWords } from '../kit/useWords.ts'
import { audit as de } from '../messages/audit/de.ts'
import { audit as en } from '../messages/audit/en.ts'

/** The words of the audit trail, in the language of the kit. */
export function useAuditWords() {
  return useWords('audit', { en, de })
}
