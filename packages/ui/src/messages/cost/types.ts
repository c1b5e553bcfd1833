import type { Cost } from '@lakefront/react'

/** What a cost says of itself, before and after the run. */
export type CostMessages = {
  cost: string
  estimated: string
  expected: string
  came: string
  amountAndSize(amount: string, size: string): string
  confidence: string
  /** Each in a word, and what it means. */
  confidences: Record<Cost['estimate']['confidence'], { name: string; meaning: string }>
  basis: string
  pricesOf: string
  noPrices: string
  pastError: string
  noPastRuns: string
  /** How many times what was expected half of the runs came to, and nine in ten of them. */
  pastRuns(count: number, formatted: string, median: string, p90: string): string
  estimating: string
}
