'use client'
import type { Grant } from '@lakefront/react'
import { useGrantWords } from './useGrantWords.ts'

/** What a permission covers, in the reader's language where the kit has words for it, else as the gateway says it. */
export function useCovers(terms: Grant['terms'] | null | undefined, covers: readonly string[]): readonly string[] {
  const words = useGrantWords()
  return terms && words.covers ? words.covers(terms) : covers
}
