'use client'
import type { ShownEffect } from '@lakefront/react'
import { useKit } from '../../../kit/KitContext.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'

/** Writes what an effect costs: a range, that nothing is billed, or that it is not known. */
export function useCostText() {
  const { messages, format } = useKit()
  const text = useApprovalWords()
  return (estimate: ShownEffect['estimate']) =>
    estimate ? (format.estimate(estimate) ?? messages.unknown) : text.costsNothing
}
