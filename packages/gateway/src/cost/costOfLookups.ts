import type { Cost } from '@lakefront/contract'
import type { PriceConfig } from '../config/types.ts'
import { leastCertain } from './estimateSteps.ts'
import { addAmounts, type PricedAmount } from './prices.ts'

/** What the statements of a call outside of a run have cost so far, and were estimated at where a budget held them. */
export type Lookups = { spent: PricedAmount[]; estimates: Cost['estimate'][] }

/** What a call has cost that says nothing of it: its look-ups. `null` where none of them bills. */
export function costOfLookups({ spent, estimates }: Lookups, prices: PriceConfig | undefined): Cost | null {
  if (spent.length === 0) return null
  return { estimate: addUp(estimates), actual: addAmounts(spent), pricesAsOf: prices?.asOf ?? null }
}

const unknown = { bytesScanned: null, costUsd: null }

function addUp(estimates: readonly Cost['estimate'][]): Cost['estimate'] {
  if (estimates.length === 0) {
    return {
      low: unknown,
      expected: unknown,
      high: unknown,
      confidence: 'none',
      basis: 'no budget asked for an estimate',
    }
  }
  const amountAt = (bound: 'low' | 'expected' | 'high') =>
    addAmounts(estimates.map((each) => ({ ...each[bound], mayLackBytes: each[bound].costUsd === 0 })))
  return {
    low: amountAt('low'),
    expected: amountAt('expected'),
    high: amountAt('high'),
    confidence: leastCertain(estimates.map(({ confidence }) => confidence)),
    basis: [...new Set(estimates.map(({ basis }) => basis))].join('; '),
  }
}
