import type { Cost } from '@lakefront/contract'
import type { PriceConfig } from '../config/types.ts'
import { addAmounts, type PricedAmount } from './prices.ts'

const unknown = { bytesScanned: null, costUsd: null }

/** What a call has cost that says nothing of it: its look-ups, each estimated by itself. `null` where none of them bills. */
export function costOfLookups(lookups: readonly PricedAmount[], prices: PriceConfig | undefined): Cost | null {
  if (lookups.length === 0) return null
  const basis = 'each statement was estimated by itself'
  return {
    estimate: { low: unknown, expected: unknown, high: unknown, confidence: 'none', basis },
    actual: addAmounts(lookups),
    pricesAsOf: prices?.asOf ?? null,
  }
}
