'use client'
import { useWords } from '../kit/useWords.ts'
import { provenance as de } from '../messages/provenance/de.ts'
import { provenance as en } from '../messages/provenance/en.ts'

/** The words for where an answer comes from, in the language of the kit. */
export function useProvenanceWords() {
  return useWords('provenance', { en, de })
}
